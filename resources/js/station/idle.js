/* Nobody there any more: asked first, then the time is given back. */
let since = performance.now()
let system = 'active'
const dialog = () => document.querySelector('[data-idle]')

for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) addEventListener(sign, touched, { passive: true })
document.addEventListener('visibilitychange', touched)
document.addEventListener('click', ({ target }) => target.closest?.('[data-here]') && touched())

function touched() {
  since = performance.now()
  if (dialog()?.open) dialog().close()
}

/** Where a browser may know of the whole computer, it is asked: this page alone does not see the other windows. */
export async function watchSystem() {
  if (!('IdleDetector' in window)) return
  const { state } = await navigator.permissions.query({ name: 'idle-detection' })
  if (state !== 'granted') return
  const detector = new IdleDetector()
  detector.addEventListener('change', () => {
    system = detector.userState
    if (system === 'active') touched()
  })
  await detector.start({ threshold: 60_000 })
}

/** @param warning, end minutes; 0 is never */
export function look({ warning, end, leave }) {
  // Another window is in front, and nothing is known of it: nobody is sent away for that.
  if (document.hidden && system !== 'idle') return void (since = performance.now())
  const minutes = (performance.now() - since) / 60_000
  if (end > 0 && minutes >= end) {
    touched()
    leave()
  } else if (end > 0 && warning > 0 && minutes >= warning && !dialog().open) dialog().showModal()
}

export { touched as begin }
