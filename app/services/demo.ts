import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { DateTime } from 'luxon'
import User from '#models/accounts/user'
import { type DemoAccount, DEMO_FAIR, refreshDemo, seedDemo } from '#database/seeders/demo_seeder'
import { DEMO_SITE } from '#database/seeders/demo_postes'
import Fair from '#models/fair/fair'
import Site from '#models/postes/site'
import { varPath } from '#services/var_dir'

const file = varPath('demo.json')

/** Without the letters and digits that are taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Fills an empty installation with a demonstration; the passwords are drawn for it and kept in a private file. */
export async function prepareDemo() {
  const now = DateTime.utc()
  if (await User.query().first()) return refreshDemo(now)
  const accounts: DemoAccount[] = [
    { role: 'candidate', givenName: 'Camille', familyName: 'Bernard', email: 'camille@demo.example' },
    { role: 'candidate', givenName: 'Mehdi', familyName: 'Aziz', email: 'mehdi@demo.example' },
    { role: 'recruiter', givenName: 'Rachid', familyName: 'Benali', email: 'rachid@demo.example' },
    { role: 'provider', givenName: 'Paula', familyName: 'Silva', email: 'paula@demo.example' },
    { role: 'organiser', givenName: 'Odile', familyName: 'Chevalier', email: 'odile@demo.example' },
    { role: 'operator', givenName: 'Omar', familyName: 'Hoarau', email: 'omar@demo.example' },
    { role: 'moderator', givenName: 'Maud', familyName: 'Royer', email: 'maud@demo.example' },
    { role: 'admin', givenName: 'Adrien', familyName: 'Leclerc', email: 'adrien@demo.example' },
  ].map((account) => ({ ...account, password: draw() }) as DemoAccount)
  writeFileSync(file, JSON.stringify(accounts, null, 2), { mode: 0o600 })
  await seedDemo(accounts, now)
}

/** What whoever tries the demonstration needs to come in. */
export async function demoDoors() {
  if (!existsSync(file)) return null
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]
  const fair = await Fair.findBy('name', DEMO_FAIR)
  const stand = await fair?.related('stands').query().orderBy('id').first()
  const link = await stand?.link()
  const site = await Site.query().where('name', DEMO_SITE).whereNull('retired_at').first()
  return { accounts, fair, stand, link, wall: await fair?.wallLink(), site, queueWall: await site?.wallLink() }
}

function draw() {
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
