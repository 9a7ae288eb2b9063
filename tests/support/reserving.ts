import { DateTime } from 'luxon'
import { aPoste, aSite, atDesk } from '#database/factories/postes/sites'
import type Site from '#models/postes/site'
import { settings } from '#services/settings'
import type { Agent } from '#tests/support/agent'
import { refusalOf, textOf, toastOf } from '#tests/support/html'

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

/** Ten o’clock of tomorrow, where the instance is. */
export function ten() {
  return DateTime.now().setZone(settings().zone).plus({ days: 1 }).set({ hour: 10, minute: 0, second: 0, millisecond: 0 })
}

/** When a reservation starts, as a form of the site sends it. */
export function slot(startsAt: DateTime, form: Record<string, string> = {}) {
  return { day: startsAt.toISODate()!, time: startsAt.toFormat('HH:mm'), ...form }
}

/** The words of a page, on one line. */
export function plain(body: string) {
  return textOf(body).replace(/\s+/g, ' ')
}

/** Where a form leads, and what is said there. */
export async function sent(agent: Agent, method: string, path: string, form: Record<string, string> = {}) {
  const { location } = await agent.send(method, path, { ...form, _back: path.replace(/\/session$/, '') })
  const { body } = await agent.get(location!)
  return { location: location!, said: toastOf(body), refused: refusalOf(body), text: plain(body), body }
}

export function kept(site: Site, visitorId: number, posteId: number, startsAt: DateTime, minutes = 60) {
  return site.reserve({ visitorId, posteId, startsAt, minutes }, atDesk())
}
