import type { DateTime } from 'luxon'
import type User from '#models/accounts/user'
import { Refusal } from '#exceptions/refusal'
import { type Act, SYSTEM } from '#models/mixins/act'
import { meetDeadlines } from '#models/postes/deadlines'
import type Poste from '#models/postes/poste'
import Site from '#models/postes/site'
import { openSite } from '#models/postes/site_list'
import Station from '#models/postes/station'
import Visitor from '#models/postes/visitor'
import { seedPastSessions } from '#database/seeders/demo_past_sessions'
import { settings } from '#services/settings'

export const DEMO_SITE = 'Espace numérique de Villeneuve'

const VISITORS = [
  ['Ana', 'Hoarau', '+262692000101'],
  ['Jean-Marc', 'Payet', '+262692000102'],
  ['Marie-Thérèse', 'Grondin', '+262692000103'],
  ['Idriss', 'Saïd', '+33612345678'],
  ['Lucie', 'Técher', null],
]

/** More than the rule: a demonstration may be started many times a day, and each time its visitors come again. */
const SESSIONS_A_DAY = 50

/** A room on a busy morning: every state that a poste can be in, somebody who asks for time, and a line. */
export async function seedDemoPostes(operator: User, now: DateTime) {
  const by: Act['by'] = { kind: 'user', id: operator.id }
  const act = { by, at: now.minus({ days: 21 }) }
  const values = {
    name: DEMO_SITE,
    mode: 'identified',
    address: '3 place de la Mairie, Villeneuve',
    sessionsPerDay: SESSIONS_A_DAY,
  } as const
  const site = await openSite(values, act, [])
  for (let n = 1; n <= 8; n++)
    await site.addPoste({ name: `Poste ${n}`, kind: n === 8 ? 'gaming' : 'office', place: n < 5 ? 'Côté rue' : 'Côté cour' }, act)
  const postes = await postesOf(site)
  for (const poste of postes.slice(0, 6)) {
    const { station } = await Station.introduce('page', act)
    await station.stand(poste, act)
  }
  await postes[6].maintain('Écran à changer', { by, at: now.minus({ minutes: 120 }) })
  await registered(site, act)
  await seedPastSessions(site, now)
  await liven(site, by, now)
  await site.regenerateWallLink({ by, at: now })
}

/** Started again when nobody's time runs any more, the room is as busy as on its first morning. */
export async function refreshDemoPostes(now: DateTime) {
  const site = await Site.query().where('name', DEMO_SITE).whereNull('retired_at').first()
  if (!site) return
  await present(await postesOf(site), now)
  const act = { by: SYSTEM, at: now }
  await meetDeadlines(act)
  const left = await site.related('sessions').query().whereNull('ended_at')
  if (left.some(({ isRunning }) => isRunning)) return
  for (const session of left) await session.end('desk', act)
  for (const reservation of await site.related('reservations').query().whereNull('closed_at')) await reservation.cancel('desk', act)
  for (const ticket of await site.related('tickets').query().whereNull('closed_at')) await ticket.close('cancelled', act)
  await liven(site, SYSTEM, now).catch((error) => {
    // Whoever tried it may have changed its rules, its postes or its people: then it stays as they made it.
    if (!(error instanceof Refusal)) throw error
  })
}

async function liven(site: Site, by: Act['by'], now: DateTime) {
  const ago = (minutes: number): Act => ({ by, at: now.minus({ minutes }) })
  const postes = await postesOf(site)
  await present(postes, now)
  const people = await site.related('visitors').query().whereNotNull('given_name').orderBy('id')
  const [ana, jean, marie, idriss, lucie] = VISITORS.map((_, i) => people[i]?.id ?? null)
  const lend = (visitorId: number | null, nth: number, minutes: number, since: number, started = true) =>
    site.lend({ visitorId, posteId: postes[nth]?.id, minutes, started }, ago(since))
  const asking = await lend(ana, 0, 60, 48)
  await asking.askForTime(15, ago(2))
  await lend(jean, 1, 45, 42)
  const suspended = await lend(marie, 2, 90, 30)
  await suspended.suspend(ago(4))
  await lend(null, 3, 30, 3, false)
  await postes[0].say('station', 'L’imprimante n’a plus de papier.', ago(1))
  const guest = await lend(null, 7, 60, 20)
  await guest.addTime(30, ago(5))
  await site.queue(idriss, 30, ago(6))
  await site.queue(lucie, 60, ago(5))
  await site.callNext(ago(1))
  await reserve(site, postes, [marie, jean], now, ago(0))
}

function postesOf(site: Site) {
  return site.related('postes').query().whereNull('retired_at').orderBy('id')
}

/** Somebody who is to come soon, unless the day is over by then, and two people of tomorrow. */
async function reserve(site: Site, postes: Poste[], [first, second]: (number | null)[], now: DateTime, act: Act) {
  const today = now.setZone(settings().zone)
  const soon = today.startOf('hour').plus({ minutes: Math.ceil((today.minute + 15) / 5) * 5 })
  const at = (hour: number) => today.plus({ days: 1 }).startOf('day').set({ hour })
  if (soon.plus({ minutes: 45 }).hasSame(today, 'day'))
    await site.reserve({ visitorId: null, posteId: postes[4]?.id, startsAt: soon, minutes: 45 }, act)
  await site.reserve({ visitorId: first, posteId: postes[0]?.id, startsAt: at(10), minutes: 60 }, act)
  await site.reserve({ visitorId: second, posteId: postes[1]?.id, startsAt: at(14), minutes: 90 }, act)
  await site.reserve({ visitorId: null, startsAt: at(15), minutes: 30 }, act)
}

/** Nobody stands before those screens: but for the last of them, they are taken for heard of, for as long as a demonstration lasts. */
async function present(postes: Poste[], now: DateTime) {
  const heard = postes.slice(0, 5).map(({ id }) => id)
  await Station.query()
    .whereIn('poste_id', heard)
    .update({ seen_at: now.plus({ years: 10 }).toJSDate(), offline_since: null })
}

async function registered(site: Site, act: Act) {
  for (const [givenName, familyName, phone] of VISITORS) {
    const visitor = await Visitor.create({
      siteId: site.id,
      givenName: givenName!,
      familyName: familyName!,
      phone,
      email: phone ? null : 'lucie.techer@example.org',
      createdAt: act.at,
      createdBy: 'system',
    })
    await visitor.consent('1', act)
  }
}
