/* Buttons that agree to a sound and to vibrations, in this browser: pressed, they show what was agreed to. */
import { alerts } from '../helpers/alerts.js'

const group = document.querySelector('[data-alerts]')

function show() {
  for (const button of group.querySelectorAll('[data-alert]')) button.setAttribute('aria-pressed', String(alerts.has(button.dataset.alert)))
}

/* Folded away once the person has chosen, and there whenever they come back to it. */
const box = group?.closest('[data-alerts-box]')

if (group) {
  if (box) box.open = !alerts.chosen
  group.hidden = false
  group.querySelector('[data-alert="vibration"]').hidden = !navigator.vibrate
  group.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-alert]')
    if (!button) return
    alerts.toggle(button.dataset.alert)
    show()
  })
  show()
}
