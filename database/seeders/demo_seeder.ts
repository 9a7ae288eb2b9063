import { DateTime } from 'luxon'
import { handIn } from '#database/seeders/demo_documents'
import { seedDemoOrganisations } from '#database/seeders/demo_organisations'
import { refreshDemoPostes, seedDemoPostes } from '#database/seeders/demo_postes'
import { termsVersion } from '#config/terms'
import { createUser } from '#models/accounts/registration'
import Consent from '#models/accounts/consent'
import type { RoleName } from '#models/accounts/role'
import User from '#models/accounts/user'
import Attendee from '#models/fair/attendee'
import Call from '#models/fair/call'
import Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { planFair } from '#models/fair/planning'
import { type Act, SYSTEM } from '#models/mixins/act'
import { settings } from '#services/settings'

export interface DemoAccount {
  role: RoleName
  givenName: string
  familyName: string
  email: string
  password: string
}

export const DEMO_FAIR = 'Forum de l’emploi de Villeneuve'

const STANDS: [name: string, slots: number, limit: number | null][] = [
  ['Boulangerie Martin', 1, null],
  ['Clinique des Tilleuls', 3, null],
  ['Transports Rhône-Alpes', 2, null],
  ['Mairie de Villeneuve', 2, 30],
  ['Atelier Bois & Co', 1, 8],
  ['Hôtel du Parc', 2, null],
  ['Énergie Sud', 1, null],
  ['Librairie Le Signet', 1, 6],
  ['Coopérative agricole du Val', 2, null],
  ['Numérique Solidaire', 3, null],
  ['Bâtiment Leroy', 2, null],
  ['École de conduite Azur', 1, null],
]

/** Of the demonstration (s): as long as a fair may give. */
const GRACE = 1800

const PEOPLE =
  `Alice Durand, Bruno Lefèvre, Chloé Petit, David Nguyen, Élodie Moreau, Farid Benali, Gabrielle Roux, Hugo Simon, Inès Garcia,
Jules Laurent, Karima Haddad, Léo Michel, Manon Fournier, Nadia Kaddour, Oscar Girard, Pauline Bonnet, Quentin Dupuis, Rose Lambert, Samir Fontaine,
Thaïs Rousseau, Ugo Vincent, Valérie Muller, William Faure, Xavier Mercier, Yasmine Blanc, Zoé Guérin, Aminata Diallo, Baptiste Henry, Célia Roussel,
Driss Nicolas, Emma Perrin, Fatou Morin, Guillaume Mathieu, Héloïse Clément, Issa Gauthier, Jeanne Dumont, Kevin Lopez, Lina Fontaine`
    .split(',')
    .map((name) => name.trim().split(' '))

/**
 * A fair on a lively day: people inside, people waiting, a stand on pause, and accounts to try each part. It is the
 * first candidate's turn at one stand.
 */
export async function seedDemo(accounts: DemoAccount[], now: DateTime) {
  const users = new Map<RoleName, User>()
  for (const account of accounts) {
    const user = await createUser({ ...account, emailVerifiedAt: now }, { by: SYSTEM, at: now }, async (created, own) => {
      await created.grant({ role: account.role }, own)
      await Consent.give(created, 'terms', termsVersion, own)
    })
    if (!users.has(account.role)) users.set(account.role, user)
  }
  const organiser = users.get('organiser')!
  const fair = await planFair({ name: DEMO_FAIR, place: 'Salle des fêtes, Villeneuve', ...today(now) }, organiser, act(now))
  await planFair({ name: 'Rencontres de l’alternance', place: 'Lycée Jean-Moulin, Villeneuve', ...inDays(now, 5) }, organiser, act(now))
  await planFair({ name: 'Salon des métiers du soin', place: 'Clinique des Tilleuls', ...inDays(now, -30) }, organiser, act(now))
  const old = await planFair({ name: 'Forum des saisonniers', place: 'Gymnase', ...inDays(now, -300) }, organiser, act(now))
  await old.archive(act(now))

  const stands: Stand[] = []
  for (const [i, [name, slots, queueLimit]] of STANDS.entries())
    stands.push(await fair.addStand({ name, slots, queueLimit, place: `Allée ${'ABC'[i % 3]}, stand ${i + 1}` }, act(now)))
  await fair.open(act(now.minus({ hours: 1 })))
  const candidate = await fair.attend(users.get('candidate')!, act(now))
  await stands[11].join(candidate, act(now.minus({ minutes: 58 })))
  await fillQueues(fair, stands, now)
  for (const stand of [stands[0], stands[6], stands[9]]) await stand.join(candidate, act(now))
  await stands[6].pause(act(now))
  await showStand(stands[1], act(now))
  await fair.regenerateWallLink(act(now))
  await haveTrouble(fair, stands, now)
  await callNow(fair, now)

  const [recruiter, provider, moderator] = (['recruiter', 'provider', 'moderator'] as const).map((role) => users.get(role)!)
  await handIn(users.get('candidate')!, 'cv', ['CV de Camille', 'Aide-soignante, six ans d’expérience'], act(now.minus({ days: 12 })))
  await seedDemoPostes(users.get('operator')!, now)
  await seedDemoOrganisations({ recruiter, provider, moderator }, now)
}

/** Somebody who did not come, and what the stand thinks of somebody whom it met. */
async function showStand(stand: Stand, by: Act) {
  const [called, met] = [await nextCalled(stand), await stand.related('entries').query().whereNotNull('completed_at').first()]
  if (called) await stand.markAbsent(called, by)
  if (met) await stand.writeNote(met, { text: 'À l’aise avec les familles. La rappeler pour le poste de nuit.', interest: 4 }, 0, by)
}

/** The demonstration's fair is always on, and for hours, so that its links work whenever it is started; its postes are in use. */
export async function refreshDemo(now: DateTime) {
  await refreshDemoPostes(now)
  const fair = await Fair.findBy('name', DEMO_FAIR)
  if (!fair) return
  await callNow(fair, now)
  if (fair.endsAt > now.plus({ hours: 3 })) return
  await fair.reschedule({ name: fair.name, place: fair.place, ...today(now) }, act(now))
}

/** Whoever is called has been called just now, and for long: most of these people have nobody to answer for them. */
async function callNow(fair: Fair, now: DateTime) {
  await Fair.query().where('id', fair.id).update({ grace_seconds: GRACE })
  await Call.query()
    .whereIn('stand_id', fair.related('stands').query().select('id'))
    .whereNull('ended_at')
    .update({ called_at: now.toJSDate(), expires_at: now.plus({ seconds: GRACE }).toJSDate() })
  await Call.query()
    .whereIn('stand_id', fair.related('stands').query().select('id'))
    .whereNull('ended_at')
    .whereNotNull('grace_started_at')
    .update({ grace_started_at: now.toJSDate() })
}

async function fillQueues(fair: Fair, stands: Stand[], now: DateTime) {
  const attendees: Attendee[] = []
  for (const [givenName, familyName] of PEOPLE) attendees.push(await Attendee.create({ fairId: fair.id, givenName, familyName }))

  for (const [i, attendee] of attendees.entries())
    for (const step of [0, 3, 5, 8].slice(0, 2 + (i % 3))) {
      const stand = stands[(i * 5 + step) % stands.length]
      const full =
        stand.queueLimit && (await stand.related('entries').query().whereNull('left_at').count('* as n'))[0].$extras.n >= stand.queueLimit
      if (!full) await stand.join(attendee, act(now.minus({ minutes: 55 - i })))
    }

  await haveInterviews(stands, now)
  for (const attendee of attendees.filter((_, i) => i % 9 === 4))
    if (await isFree(attendee)) await attendee.pause(act(now.minus({ minutes: 6 })))
}

/** Two rounds of interviews that are over, and one under way at most stands. */
async function haveInterviews(stands: Stand[], now: DateTime) {
  for (const round of [40, 25, 9])
    for (const [i, stand] of stands.entries()) {
      if (i % 4 === 3) continue
      const started = now.minus({ minutes: round - (i % 5) })
      const entry = await nextCalled(stand)
      if (!entry) continue
      await stand.startInterview(entry.attendee, act(started))
      if (round === 9) continue
      const interview = await stand.related('interviews').query().whereNull('ended_at').firstOrFail()
      await stand.markPassed(interview, act(started.plus({ minutes: 10 })))
      await entry.attendee.resume(act(started.plus({ minutes: 12 })))
    }
}

/** What an organiser sees at once: an interview without end, somebody who does not come; and a word to everybody. */
async function haveTrouble(fair: Fair, stands: Stand[], now: DateTime) {
  const [long, absent] = [stands[7], stands[3]]
  const [late, gone] = [await nextCalled(long), await nextCalled(absent)]
  if (late) await long.startInterview(late.attendee, act(now.minus({ minutes: 42 })))
  if (gone) await absent.markAbsent(gone, act(now.minus({ minutes: 4 })))
  await fair.announce({ text: 'Le café est offert dans le hall B jusqu’à la fermeture.', lasts: 'end' }, act(now.minus({ minutes: 20 })))
}

async function nextCalled(stand: Stand) {
  return stand
    .related('entries')
    .query()
    .whereExists((query) => query.from('calls').whereColumn('calls.queue_entry_id', 'queue_entries.id').whereNull('calls.ended_at'))
    .preload('attendee')
    .orderBy('rank_key')
    .first()
}

async function isFree(attendee: Attendee) {
  return (await attendee.outlook()).presence.status === 'available'
}

function act(at: DateTime): Act {
  return { by: SYSTEM, at }
}

/** From eight to half past eleven in the evening; begun for hours and with hours to come even for whoever tries it at night. */
function today(now: DateTime) {
  const here = now.setZone(settings().zone)
  const [opening, evening] = [here.set({ hour: 8 }), here.set({ hour: 23 })].map((time) => time.startOf('hour'))
  return {
    startsAt: DateTime.min(opening, here.minus({ hours: 2 }).startOf('hour')).toUTC(),
    endsAt: DateTime.max(evening, here.plus({ hours: 10 }).startOf('hour'))
      .plus({ minutes: 30 })
      .toUTC(),
  }
}

function inDays(now: DateTime, days: number) {
  const day = now.setZone(settings().zone).startOf('day').plus({ days })
  return { startsAt: day.set({ hour: 9 }).toUTC(), endsAt: day.set({ hour: 17 }).toUTC() }
}
