import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import Attendee from '#models/fair/attendee'
import Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
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

export function byNobody(at = DateTime.utc()): Act {
  return { by: SYSTEM, at }
}
