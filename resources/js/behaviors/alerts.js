/* Buttons that agree to a sound and to vibrations, in this browser: pressed, they show what was agreed to. */
import { alerts } from '../helpers/alerts.js'

const groupOf = () => document.querySelector('[data-alerts]')

/** The page that comes after an action is as the server knows it: what the browser knows is shown again. */
function show() {
  const group = groupOf()
  if (!group) return
  group.hidden = false
  for (const button of group.querySelectorAll('[data-alert]')) button.setAttribute('aria-pressed', String(alerts.has(button.dataset.alert)))
  group.querySelector('[data-alert="vibration"]').hidden = !navigator.vibrate
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('[data-alerts] [data-alert]')
  if (!button) return
  alerts.toggle(button.dataset.alert)
  show()
})
document.addEventListener('htmx:after:swap', show)
show()

/* Folded away once the person has chosen, and there whenever they come back to it. */
const box = document.querySelector('[data-alerts-box]')
if (box) box.open = !alerts.chosen
