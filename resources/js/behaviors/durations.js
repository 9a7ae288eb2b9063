/*
 * `data-since`: time passed, ticking. `data-remaining`: time left, ticking down to nothing, `data-soon` in its last five minutes and `data-short` in the last one. `data-until`: something that may
 * be done until then, and disappears.
 */
import { duration, remaining } from '../helpers/duration.js'
import { serverNow } from '../helpers/server_clock.js'

const TICK = 1000
/** Time to hurry (ms). */
const SHORT = 60_000
/** Nearly over (ms). */
const SOON = 300_000

function tick() {
  const now = serverNow()
  for (const element of document.querySelectorAll('[data-since]')) write(element, duration(Date.parse(element.dataset.since), now))
  for (const element of document.querySelectorAll('[data-remaining]')) {
    const end = Date.parse(element.dataset.remaining)
    write(element, remaining(now, end))
    element.toggleAttribute('data-short', end - now < SHORT)
    element.toggleAttribute('data-soon', end - now < SOON)
  }
  for (const element of document.querySelectorAll('[data-until]')) if (Date.parse(element.dataset.until) < now) element.remove()
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}

setInterval(tick, TICK)
