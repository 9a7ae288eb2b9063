import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import { closingOf } from '#models/fair/fair/timing'
import { lockPair } from '#models/fair/floor'
import { presenceOf } from '#models/fair/presence'
import { endSkip } from '#models/fair/missing'
import { isLastCall, type Pace, waitOf } from '#models/fair/pace'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import { type Act, within } from '#models/mixins/act'
import { audit } from '#models/mixins/tracked'

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

export interface JoinChoice {
  /** having been told that the fair may close before */
  despite?: boolean
}

/** The queue of a stand: joining it and leaving it. */
export function Queueing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The attendee takes the last place, whatever they are doing meanwhile (§1.8).
     * @returns the position, which nobody else ever had or will have
     * @throws {Refusal} fair.refusals.join_*
     */
    async join(this: Stand, attendee: Attendee, act: Act, { despite = false }: JoinChoice = {}): Promise<number> {
      return within(act, async (trx) => {
        const stand = await lockPair(trx, attendee.id, this.id)
        const door = await doorOf(trx, stand.id, attendee.id)
        refuseAtDoor(stand, door)
        if (!despite) warnOfLastCall(act, stand, door)
        const position = await arrive(trx, act, stand, attendee.id, 'fair.queue_entry.joined')
        const unchanged = door.calls >= stand.slots - (door.insideSince?.length ?? 0)
        await settle(trx, act, { fairId: stand.fairId, stands: [stand.id], attendees: [attendee.id], quiet: true, unchanged })
        return position
      })
    }

    /**
     * The attendee gives up the place; coming back is a new one at the end. Leaving twice is leaving once.
     * @throws {Refusal} fair.refusals.leave_inside, fair.refusals.leave_completed
     */
    async leave(this: Stand, attendee: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockPair(trx, attendee.id, this.id)
        const entry = await this.related('entries')
          .query()
          .useTransaction(trx)
          .where('attendee_id', attendee.id)
          .whereNull('left_at')
          .first()
        if (!entry) return
        if (entry.completedAt) throw new Refusal('fair.refusals.leave_completed', { stand: this.name })
        const presence = await presenceOf(trx, attendee.id)
        if (presence.interview?.standId === this.id) throw new Refusal('fair.refusals.leave_inside', { stand: this.name })
        await endSkip(trx, act, entry.id)
        await entry.useTransaction(trx).merge({ leftAt: act.at }).save()
        await entry.trackPlace(trx, act, 'fair.queue_entry.left')
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], attendees: [attendee.id] })
      })
    }
  }
}

/** Takes the last place of a locked stand. @returns the position */
export async function arrive(trx: TransactionClientContract, act: Act, stand: Stand, attendeeId: number, action: string): Promise<number> {
  const { rows } = await trx.rawQuery(
    `with arrival as (
      update stands set next_position = next_position + 1, next_rank = next_rank + 1 where id = :stand
      returning id, fair_id, next_position - 1 as position, next_rank - 1 as rank
    )
    insert into queue_entries (fair_id, stand_id, attendee_id, position, rank_key, joined_at)
    select fair_id, id, :attendee::bigint, position, rank, :at::timestamptz from arrival returning id, position`,
    { stand: stand.id, attendee: attendeeId, at: act.at.toJSDate() }
  )
  const { id, position } = rows[0]
  const changes = { stand: stand.id, attendee: attendeeId }
  await audit(trx, act, [{ action, object: { type: 'queue_entry', id }, fairId: stand.fairId, changes }])
  return position
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

function refuseAtDoor(stand: Stand, door: Door) {
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
function warnOfLastCall({ at }: Act, stand: Stand, door: Door) {
  const insideSince = door.insideSince ?? []
  const ahead = door.waiting - insideSince.length
  const queue = { ...door, slots: stand.slots, insideSince, ahead, readyAhead: ahead }
  const { closesAt: daily, startsAt, endsAt } = door
  const closesAt = closingOf({ closesAt: daily, startsAt: DateTime.fromJSDate(startsAt), endsAt: DateTime.fromJSDate(endsAt) }, at)
  if (!isLastCall(queue, at.toJSDate(), closesAt.toJSDate())) return
  const { low, high } = waitOf(queue, at.toJSDate())
  throw new Refusal('fair.refusals.join_last_call', { stand: stand.name, low, high, closes: closesAt.toMillis() })
}
