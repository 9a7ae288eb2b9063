import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import { DateTime } from 'luxon'
import Membership from '#models/accounts/membership'
import Organisation from '#models/accounts/organisation'
import Provider from '#models/accounts/provider'
import User from '#models/accounts/user'
import type { RoleName } from '#models/accounts/role'
import Fair from '#models/fair/fair'
import { seedPostes } from '#database/seeders/cast_postes'
import { type Act, SYSTEM } from '#models/mixins/act'

/** Everybody's password in tests. */
export const PASSWORD = 'correct horse battery'

/** The people every test knows, by their given name in lower case. */
export const CAST = {
  alice: ['Alice', 'Durand', 'candidate'],
  bob: ['Bob', 'Étienne', 'candidate'],
  chloe: ['Chloé', 'Petit', 'candidate'],
  david: ['David', 'Nguyen', 'candidate'],
  odile: ['Odile', 'Chevalier', 'organiser'],
  olga: ['Olga', 'Ivanov', 'organiser'],
  rachid: ['Rachid', 'Benali', 'recruiter'],
  paula: ['Paula', 'Silva', 'provider'],
  omar: ['Omar', 'Diop', 'operator'],
  maud: ['Maud', 'Royer', 'moderator'],
  adrien: ['Adrien', 'Leclerc', 'admin'],
} as const

export type Person = keyof typeof CAST

/** Fairs of the cast: the forum is open and Odile's; the congress is closed and Olga's. */
export async function seedCast() {
  const now = DateTime.utc()
  const password = await hash.make(PASSWORD)
  const act = { by: SYSTEM, at: now }
  const fairs = {
    forum: await Fair.create({
      slug: 'forum',
      name: 'Forum de l’emploi',
      place: 'Salle des fêtes',
      startsAt: now.minus({ hours: 3 }),
      endsAt: now.plus({ hours: 6 }),
    }),
    congress: await Fair.create({
      slug: 'congress',
      name: 'Congrès des métiers',
      place: 'Halle',
      startsAt: now.plus({ days: 3 }),
      endsAt: now.plus({ days: 4 }),
    }),
  }
  for (const [name, [givenName, familyName, role]] of Object.entries(CAST)) {
    const user = await User.create({ email: `${name}@example.org`, password, givenName, familyName, emailVerifiedAt: now })
    const fairId = { odile: fairs.forum.id, olga: fairs.congress.id }[name]
    await user.grant({ role: role as RoleName, fairId }, act)
  }
  await fairs.forum.addStand({ name: 'Acme', slots: 1 }, act)
  await fairs.forum.addStand({ name: 'Globex', slots: 2 }, act)
  await fairs.congress.addStand({ name: 'Umbrella', slots: 1 }, act)
  await fairs.forum.open(act)
  await seedOrganisations(act)
  await seedPostes(act)
}

/**
 * Rachid owns three organisations: Hooli is verified, and Chloé asks to join it; Pied Piper waits; Massive Dynamic is
 * suspended. Paula waits to be verified. What they were told of it is long gone.
 */
async function seedOrganisations(act: Act) {
  const [rachid, chloe, paula] = await Promise.all(
    ['rachid', 'chloe', 'paula'].map((name) => User.byEmail(`${name}@example.org`).firstOrFail())
  )
  const found = (name: string) => Organisation.found({ name, city: 'Lyon' }, rachid, { department: 'Recrutement' }, act)
  const hooli = await found('Hooli')
  await hooli.verify(act)
  await Membership.create({ organisationId: hooli.id, userId: chloe.id, department: 'Achats', role: 'member', askedAt: act.at })
  await found('Pied Piper')
  const massive = await found('Massive Dynamic')
  await massive.verify(act)
  await massive.suspend('Trop de plaintes.', act)
  await Provider.register(paula, { speciality: 'Graphisme' }, act)
  for (const table of ['notifications', 'deliveries', 'queue_jobs']) await db.from(table).delete()
}
