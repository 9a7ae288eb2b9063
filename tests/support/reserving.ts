import { DateTime } from 'luxon'
import { aPoste, aSite, atDesk } from '#database/factories/postes/sites'
import { settings } from '#services/settings'

/** A Tuesday morning, to which the minutes of the tests of reservations are counted. */
export const START = DateTime.fromISO('2031-03-04T09:00', { zone: settings().zone })

export function instant(minutes: number) {
  return START.plus({ minutes })
}

/** The desk, so many minutes later. */
export function at(minutes: number) {
  return atDesk(instant(minutes))
}

/** A site that is never closed, with two postes. */
export async function twoPostes() {
  const site = await aSite()
  return { site, first: await aPoste(site, { name: 'Poste A' }), second: await aPoste(site, { name: 'Poste B' }) }
}
