/* The end is near: a banner, then the width of the screen, then the last seconds; each threshold once. */
const SHOWN = 10_000
/** Under this (s), nobody can miss it. */
const WIDE = 60
const LAST = 10

const said = new Set(JSON.parse(sessionStorage.getItem('tremplin-station-said') ?? '[]'))
let hiding

/** @param left what is left (s) of a time of which `granted` was given */
export function warn({ session, granted, left, thresholds }) {
  const last = document.querySelector('[data-last]')
  last.hidden = left > LAST || left <= 0
  if (!last.hidden) last.querySelector('[data-text]').textContent = Math.ceil(left)
  const threshold = thresholds.findLast((one) => left <= one && one < granted)
  if (threshold === undefined || left <= 0) return
  const key = `${session} ${granted} ${threshold}`
  if (said.has(key)) return
  said.add(key)
  sessionStorage.setItem('tremplin-station-said', JSON.stringify([...said].slice(-50)))
  show(left)
}

export function quiet() {
  document.querySelector('[data-warning]').hidden = true
  document.querySelector('[data-last]').hidden = true
}

function show(left) {
  const banner = document.querySelector('[data-warning]')
  const text = banner.dataset.sentence.replace('%', spoken(left))
  banner.querySelector('[data-text]').textContent = text
  banner.dataset.wide = String(left <= WIDE)
  banner.hidden = false
  clearTimeout(hiding)
  hiding = setTimeout(() => (banner.hidden = true), SHOWN)
  // Whoever looks at another window is told by the system, where it lets us.
  if (document.hidden && window.Notification?.permission === 'granted') void tell(text, left <= WIDE)
}

async function tell(text, requireInteraction) {
  const registration = await navigator.serviceWorker?.ready
  await registration?.showNotification(text, { tag: 'station', requireInteraction })
}

function spoken(left) {
  const seconds = Math.ceil(left)
  return seconds >= 60 ? `${Math.round(seconds / 60)}\u00A0min` : `${seconds}\u00A0s`
}
