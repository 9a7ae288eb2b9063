/* `data-since`: time passed, ticking. `data-until`: something that may be done until then, and disappears. */
import { duration } from '../helpers/duration.js'
import { serverNow } from '../helpers/server_clock.js'

const TICK = 1000

function tick() {
  const now = serverNow()
  for (const element of document.querySelectorAll('[data-since]')) {
    const text = duration(Date.parse(element.dataset.since), now)
    if (element.textContent !== text) element.textContent = text
  }
  for (const element of document.querySelectorAll('[data-until]')) if (Date.parse(element.dataset.until) < now) element.remove()
}

setInterval(tick, TICK)
