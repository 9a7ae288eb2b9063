/* Who may join the queue of a stand, and what they are told before. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { closingOf } from '#models/fair/fair/timing'
import { isLastCall, type Pace, waitOf } from '#models/fair/pace'
import type Stand from '#models/fair/stand'
import type { Act } from '#models/mixins/act'

interface Door extends Pace {
  fair_open: boolean
  paused: boolean
  waiting: number
  /** people called */
  calls: number
  entry_id: number | null
  completed: boolean
  insideSince: Date[] | null
  startsAt: Date
  endsAt: Date
  closesAt: string | null
}

/** Asked once the stand is locked: what is read before the lock may be over when it is granted. */
export async function doorOf(trx: TransactionClientContract, standId: number, attendeeId: number): Promise<Door> {
  const { rows } = await trx.rawQuery(
    `select
      exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null) as fair_open,
      exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as paused,
      (select count(*) from queue_entries w where w.stand_id = s.id and w.left_at is null and w.completed_at is null) as waiting,
      (select count(*) from calls c where c.stand_id = s.id and c.ended_at is null) as calls,
      (select array_agg(i.started_at) from interviews i where i.stand_id = s.id and i.ended_at is null) as "insideSince",
      s.measured_interviews as "measuredInterviews", s.median_seconds as "medianSeconds", s.long_seconds as "longSeconds",
      f.interview_minutes as "interviewMinutes", f.starts_at as "startsAt", f.ends_at as "endsAt", f.closes_at as "closesAt",
      e.id as entry_id, e.completed_at is not null as completed
    from stands s
    join fairs f on f.id = s.fair_id
    left join queue_entries e on e.stand_id = s.id and e.attendee_id = :attendee and e.left_at is null
    where s.id = :stand`,
    { stand: standId, attendee: attendeeId }
  )
  return rows[0]
}

export function refuseAtDoor(stand: Stand, door: Door) {
  const params = { stand: stand.name }
  if (!door.fair_open) throw new Refusal('fair.refusals.join_closed', params)
  refuseTwice(stand, door)
  if (door.paused) throw new Refusal('fair.refusals.join_paused', params)
  if (stand.queueLimit && door.waiting >= stand.queueLimit)
    throw new Refusal('fair.refusals.join_full', { ...params, max: stand.queueLimit })
}

export function refuseTwice(stand: Stand, door: Door) {
  if (!door.entry_id) return
  throw new Refusal(door.completed ? 'fair.refusals.join_completed' : 'fair.refusals.join_twice', { stand: stand.name })
}

/** "Last call": whoever joins now may not be seen before the fair closes, and decides knowing it. */
export function warnOfLastCall({ at }: Act, stand: Stand, door: Door) {
  const insideSince = door.insideSince ?? []
  const ahead = door.waiting - insideSince.length
  const queue = { ...door, slots: stand.slots, insideSince, ahead, readyAhead: ahead }
  const { closesAt: daily, startsAt, endsAt } = door
  const closesAt = closingOf({ closesAt: daily, startsAt: DateTime.fromJSDate(startsAt), endsAt: DateTime.fromJSDate(endsAt) }, at)
  if (!isLastCall(queue, at.toJSDate(), closesAt.toJSDate())) return
  const { low, high } = waitOf(queue, at.toJSDate())
  throw new Refusal('fair.refusals.join_last_call', { stand: stand.name, low, high, closes: closesAt.toMillis() })
}
