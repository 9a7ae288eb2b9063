import { errors } from '@adonisjs/lucid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Attendee from '#models/fair/attendee'
import Stand from '#models/fair/stand'

/**
 * Locks what a verb is about to change, in the one order that everybody follows: attendees ascending, then stands
 * ascending. When somebody's availability may change, every stand where they wait is locked, because each of them
 * may call somebody else. In one statement: whoever waits for these locks waits for each answer.
 *
 * The locks are NO KEY UPDATE: a foreign key's own check (KEY SHARE) passes them, so that calling an attendee
 * from a locked stand never waits for that attendee's lock, which would be the reverse order.
 * @param ids.stands where they do not wait, or no longer
 * @returns the stands that are locked
 */
export async function lockFloor(trx: TransactionClientContract, ids: { attendees: number[]; stands?: number[] }): Promise<number[]> {
  const { rows } = await trx.rawQuery<{ rows: { id: number }[] }>('select lock_floor(:attendees, :stands) as id', {
    attendees: ids.attendees as never,
    stands: (ids.stands ?? []) as never,
  })
  return rows.map(({ id }) => id)
}

/** Locks one attendee and one stand only: enough when nobody's availability changes. */
export async function lockPair(trx: TransactionClientContract, attendeeId: number, standId: number) {
  // In one statement: what is named with the CTE is locked while it is read, the stand when it is given.
  const query = Stand.query({ client: trx })
    .with('locked', (first) => {
      first.from('attendees').where('id', attendeeId).select('id')
      first.knexQuery.forNoKeyUpdate()
    })
    .where('id', standId)
    .whereExists((first) => void first.from('locked'))
  query.knexQuery.forNoKeyUpdate('stands')
  return query.firstOrFail()
}

/** Locks one attendee; the stands come after. */
export async function lockAttendee(trx: TransactionClientContract, id: number) {
  const [attendee] = await lock(Attendee, trx, [id])
  return attendee
}

/** @throws E_ROW_NOT_FOUND for one that was removed meanwhile */
export async function lockStand(trx: TransactionClientContract, id: number) {
  const [stand] = await lock(Stand, trx, [id])
  if (!stand) throw new errors.E_ROW_NOT_FOUND(Stand)
  return stand
}

export async function lockStands(trx: TransactionClientContract, ids: number[]) {
  return lock(Stand, trx, ids)
}

async function lock<T extends typeof Attendee | typeof Stand>(
  model: T,
  trx: TransactionClientContract,
  ids: number[]
): Promise<InstanceType<T>[]> {
  if (ids.length === 0) return []
  const query = model.query({ client: trx }).whereIn('id', ids).orderBy('id')
  query.knexQuery.forNoKeyUpdate()
  return (await query) as InstanceType<T>[]
}
