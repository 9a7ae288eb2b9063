/*
 * One press, one action. What was pressed may be gone at once, and the next thing has slid under the finger: a press that
 * comes too soon after one's own action, or as the second half of a double click, is not meant for it.
 */
const BETWEEN = 600
/** What has just appeared could not be read yet. */
const AFTER_SWAP = 300

let pressed = -Infinity
let swapped = -Infinity
let awaited = false

document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest?.('button[form="act"]')
    if (!button && !event.target.closest?.('[data-live]')) return
    const now = performance.now()
    const soon = now - pressed < BETWEEN || now - swapped < AFTER_SWAP
    const kept = !soon && !(button && event.detail > 1)
    if (soon || button) pressed = now
    if (kept && button) awaited = true
    if (kept) return
    event.preventDefault()
    event.stopImmediatePropagation()
  },
  true
)

document.addEventListener('htmx:after:swap', () => {
  if (awaited) swapped = performance.now()
  awaited = false
})

/* Nothing was done: trying again is meant. */
document.addEventListener('htmx:error', () => (pressed = -Infinity))
