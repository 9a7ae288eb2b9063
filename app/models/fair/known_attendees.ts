import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type { Registration } from '#models/fair/fair/registering'

/**
 * No two write people of one fair at once, at the door or from a file, and so nobody is brought in twice. It is not the row of
 * the fair that is held: those who arrive with a poster read that one, and wait for nobody.
 */
export async function holdPeople(trx: TransactionClientContract, fairId: number) {
  await trx.rawQuery(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`fairs/${fairId}/people`])
}

/** Somebody of the fair has this address, by their account or as it was given at the door. */
const HAS_ADDRESS = (address: string) => `(
  exists (select 1 from attendees a where a.fair_id = :fair and a.email is not null and lower(a.email) = lower(${address}) and a.id <> :but)
  or exists (select 1 from users u join attendees a on a.user_id = u.id where lower(u.email) = lower(${address}) and a.fair_id = :fair)
)`

/** @param but whose own address it may be @throws {Refusal} fair.refusals.attendee_known */
export async function refuseKnownEmail(trx: TransactionClientContract, fairId: number, email: string, but = 0): Promise<void> {
  const { rows } = await trx.rawQuery(`select ${HAS_ADDRESS(':email')} as known`, { fair: fairId, email, but })
  if (rows[0].known) throw new Refusal('fair.refusals.attendee_known', {}, { status: 422, field: 'email' })
}

/** What each of them is known by, their address or else their name, and whether somebody of the fair is. In their order. */
export async function keysOfAttendees(trx: TransactionClientContract, fairId: number, values: Registration[]) {
  const { rows } = await trx.rawQuery(
    `select
      case when w.email is null then 'name ' || plain(w.name) else lower(w.email) end as key,
      case when w.email is null
        then plain(w.name) in (select plain(a.given_name || ' ' || a.family_name) from attendees a where a.fair_id = :fair)
        else ${HAS_ADDRESS('w.email')}
      end as known
    from jsonb_to_recordset(:values::jsonb) as w(place int, name text, email text) order by w.place`,
    {
      fair: fairId,
      but: 0,
      values: JSON.stringify(
        values.map(({ givenName, familyName, email }, place) => ({ place, name: `${givenName} ${familyName}`, email }))
      ),
    }
  )
  return rows as { key: string; known: boolean }[]
}
