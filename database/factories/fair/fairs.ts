import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import Attendee from '#models/fair/attendee'
import Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { attendeeImport } from '#models/fair/attendee_import'
import { standImport } from '#models/fair/stand_import'
import Import from '#models/files/import'
import type { StandValues } from '#models/fair/stand/configuring'
import { type Act, SYSTEM } from '#models/mixins/act'

let sequence = 0

/** An open fair of its own, so that a test shares nothing with the others. */
export async function aFair({
  open = true,
  ...values
}: Partial<{ open: boolean; name: string; startsAt: DateTime; endsAt: DateTime }> = {}): Promise<Fair> {
  const now = DateTime.utc()
  const fair = await Fair.create({
    slug: `fair-${randomUUID()}`,
    name: `Salon ${++sequence}`,
    place: 'Halle',
    startsAt: now.minus({ hours: 1 }),
    endsAt: now.plus({ hours: 8 }),
    ...values,
  })
  await fair.refresh()
  if (open) await fair.open(byNobody())
  return fair
}

export async function aStand(fair: Fair, values: Partial<StandValues> = {}): Promise<Stand> {
  return fair.addStand({ name: `Stand ${++sequence}`, ...values }, byNobody())
}

export async function anAttendee(fair: Fair, givenName = `Candidat${++sequence}`, userId?: number): Promise<Attendee> {
  return Attendee.create({ fairId: fair.id, givenName, familyName: 'Martin', userId: userId ?? null })
}

/** Several attendees, in the queue of a stand in that order. */
export async function inLine(fair: Fair, stand: Stand, names: string[]): Promise<Attendee[]> {
  const attendees: Attendee[] = []
  for (const name of names) {
    const attendee = await anAttendee(fair, name)
    await stand.join(attendee, byNobody())
    attendees.push(attendee)
  }
  return attendees
}

export function byNobody(at: DateTime = DateTime.utc()): Act {
  return { by: SYSTEM, at }
}

/** A file that has been sent and not confirmed: by default one stand that is new, one that may be there, one line that is wrong. */
export async function aStandImport(fair: Fair, names = ['Umbrella', 'Acme'], act = byNobody()): Promise<Import> {
  const lines = names.map((name, i) => ({ line: i + 2, cells: [name, '2'], values: { name, slots: 2, queueLimit: null }, issues: [] }))
  const wrong = {
    line: names.length + 2,
    cells: ['Hooli', '0'],
    values: null,
    issues: [{ column: 'slots', rule: 'range', meta: { min: 1, max: 50 } }],
  }
  const reading = { headers: ['Stand', 'Créneaux'], ignored: [], lines: [...lines, wrong] }
  return Import.stage(standImport(fair), { name: 'stands.csv', digest: Buffer.alloc(32, names.join()) }, reading, act)
}

/** The same for people: one that is new, one line that is wrong. */
export async function anAttendeeImport(fair: Fair, act = byNobody()): Promise<Import> {
  const yves = { givenName: 'Yves', familyName: 'Le Gall', email: 'yves@example.net', phone: null }
  const issue = { column: 'email', rule: 'email' }
  const lines = [
    { line: 2, cells: ['Le Gall', 'Yves', 'yves@example.net'], values: yves, issues: [] },
    { line: 3, cells: ['Roux', 'Zoé', 'zoe@'], values: null, issues: [issue] },
  ]
  const reading = { headers: ['Nom', 'Prénom', 'E-mail'], ignored: [], lines }
  return Import.stage(attendeeImport(fair), { name: 'people.csv', digest: Buffer.alloc(32, 'people') }, reading, act)
}
