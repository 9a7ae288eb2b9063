/*
 * Whoever acts with the keyboard goes on where they were: the thing acted upon may be gone with the button that had the
 * focus, and then it is the next of the list, the one before, or the heading.
 */
const ITEM = 'li[id], tr[id], section[data-call]'

/** The answer to an action is followed by the refetch that it caused; later ones are somebody else's (ms). */
const OURS = 1000

let left

document.addEventListener('submit', ({ target, submitter }) => {
  if (target.id === 'act') left = submitter && placeOf(submitter)
})

document.addEventListener('htmx:after:swap', () => {
  const place = left
  if (place) setTimeout(() => left === place && (left = undefined), OURS)
  if (!place || (document.activeElement && document.activeElement !== document.body)) return
  const control = place.items.map(controlOf).find(Boolean) ?? document.getElementById(place.heading) ?? document.querySelector('h1')
  if (!control) return
  if (!control.matches('a, button')) control.tabIndex = -1
  control.focus({ preventScroll: true })
})

/** Ids, because a swap keeps them and may replace their elements. */
function placeOf(button) {
  const item = button.closest(ITEM)
  const items = item ? [item, ...after(item), ...before(item)].map(({ id }) => id).filter(Boolean) : []
  return { items, heading: button.closest('section[aria-labelledby]:not([data-call])')?.getAttribute('aria-labelledby') ?? 'list-heading' }
}

const after = (item) => (item.nextElementSibling ? [item.nextElementSibling, ...after(item.nextElementSibling)] : [])
const before = (item) => (item.previousElementSibling ? [item.previousElementSibling, ...before(item.previousElementSibling)] : [])

function controlOf(id) {
  const controls = [...(document.getElementById(id)?.querySelectorAll('button, a[href]') ?? [])].filter((one) => !one.closest('dialog'))
  return controls.find((one) => one.matches('[form="act"]')) ?? controls[0]
}
