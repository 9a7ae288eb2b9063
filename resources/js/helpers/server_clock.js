/* The server's clock: that of a phone, or of a borrowed computer, may be wrong by hours. */
const rendered = Number(document.querySelector('meta[name="rendered-at"]')?.content)
const [navigation] = performance.getEntriesByType('navigation')
const offset = rendered && navigation ? rendered - (performance.timeOrigin + navigation.responseStart) : 0

/** What time it is there (ms). */
export const serverNow = () => Date.now() + offset
