import hash from '@adonisjs/core/services/hash'
import { DateTime } from 'luxon'
import User from '#models/accounts/user'
import type { RoleName } from '#models/accounts/role'
import Fair from '#models/fair/fair'
import { SYSTEM } from '#models/mixins/act'

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
}
