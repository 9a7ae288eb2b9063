import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { SYSTEM } from '#models/mixins/act'
import type { Person } from './people.js'

export const STANDS = 40

export interface Attendance {
  attendeeId: number
  person: Person
}

export interface Floor {
  fair: Fair
  stands: Stand[]
  attendances: Attendance[]
}

/** A fair of so many stands, not open yet, where all these people have arrived. */
export async function aFair(name: string, slots: number, people: Person[], count = STANDS): Promise<Floor> {
  const now = DateTime.utc()
  const fair = await Fair.create({ slug: name, name, place: 'Halle', startsAt: now.minus({ hours: 1 }), endsAt: now.plus({ hours: 8 }) })
  const stands: Stand[] = []
  for (let n = 1; n <= count; n++) stands.push(await fair.addStand({ name: `Entreprise ${n}`, slots }, act()))
  const { rows } = await db.rawQuery(
    `insert into attendees (fair_id, user_id, given_name, family_name, created_at, updated_at)
    select :fair, id, given_name, family_name, now(), now() from users where id = any(:people) order by id returning id, user_id`,
    { fair: fair.id, people: people.map(({ id }) => id) as never }
  )
  const attendeeOf = new Map(rows.map((row: { id: number; user_id: number }) => [row.user_id, row.id]))
  return { fair, stands, attendances: people.map((person) => ({ person, attendeeId: attendeeOf.get(person.id) as number })) }
}

/** Puts people in queues all at once, each at the end, in this order; before the fair opens, nobody is called. */
export async function queueUp({ fair }: Floor, places: { attendeeId: number; standId: number }[]) {
  await db.rawQuery(
    `with arrivals as (
      insert into queue_entries (fair_id, stand_id, attendee_id, position, rank_key, joined_at)
      select :fair, stand, attendee, place, place, now() from (
        select stand, attendee, row_number() over (partition by stand order by turn) as place
        from unnest(:stands::bigint[], :attendees::bigint[]) with ordinality as given (stand, attendee, turn)
      ) placed returning stand_id
    )
    update stands set (next_position, next_rank) = (select count(*) + 1, count(*) + 1 from arrivals where stand_id = stands.id) where fair_id = :fair`,
    { fair: fair.id, stands: places.map(({ standId }) => standId) as never, attendees: places.map(({ attendeeId }) => attendeeId) as never }
  )
  // As it would be of itself after a minute. Not the tables that are still empty: nothing analyses those before they fill.
  await db.connection('owner').rawQuery('analyze users, roles, sign_ins, sessions, stands, attendees, queue_entries')
}

export function act() {
  return { by: SYSTEM, at: DateTime.utc() }
}
