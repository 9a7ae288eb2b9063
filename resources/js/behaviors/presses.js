/*
 * One press, one action. What was pressed may be gone at once, and the next thing has slid under the finger: a press that
 * comes too soon after another, or is the second half of a double click, is not meant for it.
 */
const BETWEEN = 600

/** Said on the page, `data-pressed`, while the next press is not listened to. */
const { dataset } = document.documentElement
let resting

document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest?.('button[form="act"]')
    if (!button && !event.target.closest?.('[data-live]')) return
    const soon = 'pressed' in dataset
    if (button) rest()
    if (!soon && !(button && event.detail > 1)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  },
  true
)

/* Nothing was done: trying again is meant. */
document.addEventListener('htmx:error', listen)

function rest() {
  clearTimeout(resting)
  dataset.pressed = ''
  resting = setTimeout(listen, BETWEEN)
}

function listen() {
  clearTimeout(resting)
  delete dataset.pressed
}
