/* Who is called, and whose grace runs. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'

/** A call that was made, or withdrawn. */
export interface Change {
  made: boolean
  id: number
  entry_id: number
  stand_id: number
  attendee_id: number
  user_id: number | null
}

/**
 * "J'arrive" adds this to the grace, once (s). A call lasts its fair's grace and as much again at most, however long it
 * waited for the person's other calls: no slot is idle for longer. Also in `start_clocks`.
 */
export const PROLONGATION = 120

/** An entry `e` that nobody asks to wait: in the queue, not inside, not paused, not skipped. */
export const READY = `e.left_at is null and e.completed_at is null
  and not exists (select 1 from interviews i where i.attendee_id = e.attendee_id and i.ended_at is null)
  and not exists (select 1 from attendee_pauses p where p.attendee_id = e.attendee_id and p.ended_at is null)
  and not exists (select 1 from skips k where k.queue_entry_id = e.id and k.ended_at is null)`

/** A stand `s` that calls: its fair is open and it recruits. */
export const RECRUITING = `exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null)
  and not exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null)`

/**
 * Who may start: the first k of a queue, in rank, who wait, are available and not skipped, k being the stand's free
 * slots (R13). The open calls of a stand are made equal to that set.
 */
export async function recall(trx: TransactionClientContract, { at }: Act, stands: number[]): Promise<Change[]> {
  if (stands.length === 0) return []
  const { rows } = await trx.rawQuery(
    `with allowed as (
      select e.* from (
        select s.id, s.fair_id, s.slots - (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) as free
        from stands s
        where s.id = any(:stands) and ${RECRUITING}
      ) s cross join lateral (
        select e.id, e.stand_id, e.attendee_id, e.rank_key, s.fair_id from queue_entries e
        where e.stand_id = s.id and ${READY}
        order by e.rank_key
        limit greatest(0, s.free)
      ) e
    ), withdrawn as (
      update calls c set ended_at = :at, outcome = 'withdrawn'
      where c.stand_id = any(:stands) and c.ended_at is null
        and not exists (select 1 from allowed a where a.id = c.queue_entry_id)
      returning c.id, c.queue_entry_id as entry_id, c.stand_id, c.attendee_id
    ), made as (
      insert into calls (queue_entry_id, stand_id, attendee_id, called_at, expires_at)
      select a.id, a.stand_id, a.attendee_id, :at::timestamptz, :at::timestamptz + make_interval(secs => f.grace_seconds + ${PROLONGATION})
      from allowed a join fairs f on f.id = a.fair_id
      where not exists (select 1 from calls c where c.queue_entry_id = a.id and c.ended_at is null)
      order by a.stand_id, a.rank_key
      returning id, queue_entry_id as entry_id, stand_id, attendee_id
    )
    select change.*, attendees.user_id from (
      select true as made, * from made union all select false as made, * from withdrawn
    ) change join attendees on attendees.id = change.attendee_id`,
    { stands: stands as never, at: at.toJSDate() }
  )
  return rows
}

/** One grace at a time for a person: the oldest of their calls has it, the others wait for it. @returns the calls whose grace begins */
export async function startClocks(trx: TransactionClientContract, { at }: Act, attendees: number[]) {
  if (attendees.length === 0) return []
  const { rows } = await trx.rawQuery('select * from start_clocks(:people, :at)', { people: attendees as never, at: at.toJSDate() })
  return rows as { call_id: number; stand: number; attendee: number }[]
}
