import type { DateTime } from 'luxon'
import type User from '#models/accounts/user'
import type { Act } from '#models/mixins/act'
import type Poste from '#models/postes/poste'
import type Site from '#models/postes/site'
import { openSite } from '#models/postes/site_list'
import Station from '#models/postes/station'
import Visitor from '#models/postes/visitor'

export const DEMO_SITE = 'Espace numérique de Villeneuve'

const VISITORS = [
  ['Ana', 'Hoarau', '+262692000101'],
  ['Jean-Marc', 'Payet', '+262692000102'],
  ['Marie-Thérèse', 'Grondin', '+262692000103'],
  ['Idriss', 'Saïd', '+33612345678'],
  ['Lucie', 'Técher', null],
]

/** A room on a busy morning: every state that a poste can be in, somebody who asks for time, and a line. */
export async function seedDemoPostes(operator: User, now: DateTime) {
  const by: Act['by'] = { kind: 'user', id: operator.id }
  const ago = (minutes: number): Act => ({ by, at: now.minus({ minutes }) })
  const site = await openSite({ name: DEMO_SITE, mode: 'identified', address: '3 place de la Mairie, Villeneuve' }, ago(600), [])
  const postes: Poste[] = []
  for (let n = 1; n <= 8; n++)
    postes.push(
      await site.addPoste({ name: `Poste ${n}`, kind: n === 8 ? 'gaming' : 'office', place: n < 5 ? 'Côté rue' : 'Côté cour' }, ago(600))
    )
  await installed(postes.slice(0, 6), ago(590))
  const people = await registered(site, ago(500))

  const [ana, jean, marie, idriss, lucie] = people
  const running = await site.issue({ visitorId: ana.id, posteId: postes[0].id, minutes: 60, started: true }, ago(48))
  await running.askForTime(15, ago(2))
  await site.issue({ visitorId: jean.id, posteId: postes[1].id, minutes: 45, started: true }, ago(42))
  const suspended = await site.issue({ visitorId: marie.id, posteId: postes[2].id, minutes: 90, started: true }, ago(30))
  await suspended.suspend(ago(4))
  await site.lend({ visitorId: null, posteId: postes[3].id, minutes: 30 }, ago(3))
  await postes[0].say('station', 'L’imprimante n’a plus de papier.', ago(1))
  await postes[6].maintain('Écran à changer', ago(120))
  const guest = await site.lend({ visitorId: null, posteId: postes[7].id, minutes: 60, started: true }, ago(20))
  await guest.addTime(30, ago(5))

  await site.queue(idriss.id, 30, ago(6))
  await site.queue(lucie.id, 60, ago(5))
  await site.callNext(ago(1))
  await site.regenerateWallLink(ago(0))
}

/** Nobody stands before those screens: but for the last of them, they are taken for heard of, for as long as a demonstration lasts. */
async function installed(postes: Poste[], act: Act) {
  for (const poste of postes) {
    const { station } = await Station.introduce('page', act)
    await station.stand(poste, act)
    if (poste !== postes.at(-1)) await station.merge({ seenAt: act.at.plus({ years: 10 }) }).save()
  }
}

async function registered(site: Site, act: Act) {
  const people: Visitor[] = []
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
    people.push(visitor)
  }
  return people
}
