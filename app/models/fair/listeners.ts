/* Who may listen to what at a fair: each page asks for each of its channels, and a hall of phones wakes all at once. */
import db from '@adonisjs/lucid/services/db'
import type { Viewer } from '#models/accounts/viewer'
import { gathered } from '#services/gathered'

interface Place {
  who: number
  standId: number
}

const nameOf = ({ who, standId }: Place) => `${who} ${standId}`

/** The places at stands of attendees, known by a column of theirs. */
const placesBy = (column: 'id' | 'user_id') =>
  gathered(
    async (places: Place[]) => {
      const { rows } = await db.connection().rawQuery<{ rows: Place[] }>(
        `select asked.who, e.stand_id as "standId" from unnest(:who::bigint[], :stands::bigint[]) as asked (who, stand)
        join attendees a on a.${column} = asked.who
        join queue_entries e on e.attendee_id = a.id and e.stand_id = asked.stand and e.left_at is null`,
        { who: places.map(({ who }) => who) as never, stands: places.map(({ standId }) => standId) as never }
      )
      return new Map(rows.map((place) => [nameOf(place), true]))
    },
    { nameOf }
  )

const ofUser = placesBy('user_id')
const ofGuest = placesBy('id')

/** Whether somebody has a place at a stand, by their account or by the link that their phone keeps. */
export async function waitsAt({ user, guests }: Viewer, standId: number): Promise<boolean> {
  const asked = [user && ofUser({ who: user.id, standId }), ...guests.map(({ attendeeId }) => ofGuest({ who: attendeeId, standId }))]
  return (await Promise.all(asked)).includes(true)
}

/** The account of an attendee and their fair; null for nobody. */
export const attendeeNamed = gathered(async (ids: number[]) => {
  const { rows } = await db
    .connection()
    .rawQuery<{ rows: { id: number; userId: number | null; fairId: number }[] }>(
      'select id, user_id as "userId", fair_id as "fairId" from attendees where id = any(?::bigint[])',
      [ids as never]
    )
  return new Map(rows.map((row) => [String(row.id), row]))
})

/** Whether there is such a fair. */
export const isFair = gathered(async (ids: number[]) => {
  const { rows } = await db
    .connection()
    .rawQuery<{ rows: { id: number }[] }>('select id from fairs where id = any(?::bigint[])', [ids as never])
  return new Map(rows.map(({ id }) => [String(id), true]))
})
