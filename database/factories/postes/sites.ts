import { byNobody } from '#database/factories/fair/fairs'
import { hashOf } from '#models/accounts/secret_link'
import type Poste from '#models/postes/poste'
import type { PosteValues } from '#models/postes/poste/keeping'
import type PosteSession from '#models/postes/poste_session'
import type Reservation from '#models/postes/reservation'
import type Site from '#models/postes/site'
import type { DayHours, SiteValues } from '#models/postes/site/configuring'
import { openSite } from '#models/postes/site_list'
import Station from '#models/postes/station'
import Visitor from '#models/postes/visitor'
import { type Act, SYSTEM } from '#models/mixins/act'

export { byNobody }

let sequence = 0

/** Always open, and nobody is asked who they are, unless told otherwise. */
export async function aSite(values: Partial<SiteValues> = {}, hours: DayHours[] = []): Promise<Site> {
  return openSite({ name: `Espace ${++sequence}`, mode: 'anonymous', ...values }, byNobody(), hours)
}

export async function aPoste(site: Site, values: Partial<PosteValues> = {}): Promise<Poste> {
  return site.addPoste({ name: `Poste ${++sequence}`, ...values }, byNobody())
}

/** Registered, without consent. */
export async function aVisitor(site: Site, givenName = `Ana${++sequence}`, values: Partial<Visitor> = {}): Promise<Visitor> {
  const now = byNobody().at
  const visitor = await Visitor.create({ siteId: site.id, givenName, familyName: 'Hoarau', createdAt: now, createdBy: 'system', ...values })
  await visitor.refresh()
  return visitor
}

export async function aGuest(site: Site): Promise<Visitor> {
  return site.welcomeGuest(byNobody())
}

/** The browser of a poste, with its secret. */
export async function aStation(poste: Poste, kind: 'page' | 'agent' = 'page') {
  const { station, token } = await Station.introduce(kind, byNobody())
  await station.stand(poste, byNobody())
  return { station, token, hash: hashOf(token) }
}

/** A code that a guest has not typed yet. */
export async function issued(site: Site, poste: Poste, minutes = 60, act: Act = byNobody()): Promise<PosteSession> {
  const guest = await site.welcomeGuest(act)
  return site.issue({ visitorId: guest.id, posteId: poste.id, minutes }, act)
}

/** A guest whose time runs. */
export async function running(site: Site, poste: Poste, minutes = 60, act: Act = byNobody()): Promise<PosteSession> {
  const session = await issued(site, poste, minutes, act)
  await session.start(act)
  await session.refresh()
  return session
}

/** Somebody at the desk. */
export function atDesk(at = byNobody().at, userId: number | null = null): Act {
  return { by: userId ? { kind: 'user', id: userId } : SYSTEM, at }
}

/** A poste kept for a guest. @param minutes from `act` on */
export async function reserved(site: Site, poste: Poste | null, [from, to]: [number, number], act: Act = byNobody()): Promise<Reservation> {
  const startsAt = act.at.plus({ minutes: from })
  return site.reserve({ visitorId: null, posteId: poste?.id, startsAt, minutes: to - from }, act)
}
