/* What is shown without the server, where what it last sent says something else. */

/**
 * @param screen `session`, `over` or `locked`
 * @returns whether it was not there
 */
export function standIn(region, screen) {
  const isThere = region.querySelector(screen === 'session' ? '[data-countdown]' : `[data-alone="${screen}"]`)
  if (isThere) return false
  region.replaceChildren(document.querySelector(`template[data-for="${screen}"]`).content.cloneNode(true))
  return true
}
