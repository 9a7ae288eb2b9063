import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import Call from '#models/fair/call'
import { lockPair } from '#models/fair/floor'
import { endSkip, miss } from '#models/fair/missing'
import QueueEntry from '#models/fair/queue_entry'
import { settle } from '#models/fair/settle'
import Skip from '#models/fair/skip'
import type Stand from '#models/fair/stand'
import { tellCalled } from '#models/fair/telling'
import { type Act, authorOf, within } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { fairConfig } from '#config/fair'

/** Those who are called and do not come, as the stand or an organiser says it. */
export function Calling<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * "Absent": the call ends now instead of at the end of its grace. Twice is once.
     * @throws {Refusal} fair.refusals.not_called
     */
    async markAbsent(this: Stand, entry: QueueEntry, act: Act): Promise<void> {
      await onEntry(this, entry, act, async (trx) => {
        const call = await openCall(trx, entry)
        if (call) return miss(trx, act, call, 'absent')
        if (!(await openSkip(trx, entry))) throw new Refusal('fair.refusals.not_called')
      })
    }

    /**
     * The last no-show is as if it had not been: the place is where it was, and counts. Twice is once.
     * @throws {Refusal} fair.refusals.not_waiting, not_skipped
     */
    async undoAbsence(this: Stand, entry: QueueEntry, act: Act): Promise<void> {
      await onEntry(this, entry, act, async (trx, { leftAt, completedAt }) => {
        if (leftAt || completedAt) throw new Refusal('fair.refusals.not_waiting')
        const skip = await Skip.query({ client: trx }).where('queue_entry_id', entry.id).orderBy('id', 'desc').first()
        if (!skip) throw new Refusal('fair.refusals.not_skipped')
        if (skip.undoneAt) return
        await endSkip(trx, act, entry.id)
        await Skip.query({ client: trx })
          .where('id', skip.id)
          .update({ undone_at: act.at.toJSDate(), undone_by: authorOf(act.by) })
        if (skip.rankBefore !== null) await QueueEntry.query({ client: trx }).where('id', entry.id).update({ rank_key: skip.rankBefore })
        await withdrawNews(trx, act, [`skip:${entry.id}`])
        await entry.trackPlace(trx, act, 'fair.call.absence_undone')
      })
    }

    /**
     * Somebody skipped counts again, and the no-show is remembered; for somebody called it rings again.
     * @throws {Refusal} fair.refusals.not_called, rung_just_now
     */
    async callAgain(this: Stand, entry: QueueEntry, act: Act): Promise<void> {
      await onEntry(this, entry, act, async (trx) => {
        const call = await openCall(trx, entry)
        if (call) await ringAgain(trx, act, call)
        else if (!(await endSkip(trx, act, entry.id))) throw new Refusal('fair.refusals.not_called')
        await withdrawNews(trx, act, [`skip:${entry.id}`])
        await entry.trackPlace(trx, act, 'fair.call.repeated')
      })
    }
  }
}

/** With the attendee and the stand locked, and the entry as it is then. */
async function onEntry(
  stand: Stand,
  entry: QueueEntry,
  act: Act,
  work: (trx: TransactionClientContract, now: QueueEntry) => Promise<void>
) {
  await within(act, async (trx) => {
    await lockPair(trx, entry.attendeeId, stand.id)
    await work(trx, await QueueEntry.findOrFail(entry.id, { client: trx }))
    await settle(trx, act, { fairId: stand.fairId, stands: [stand.id], attendees: [entry.attendeeId] })
  })
}

function openCall(trx: TransactionClientContract, entry: QueueEntry) {
  return Call.query({ client: trx }).where('queue_entry_id', entry.id).whereNull('ended_at').first()
}

function openSkip(trx: TransactionClientContract, entry: QueueEntry) {
  return Skip.query({ client: trx }).where('queue_entry_id', entry.id).whereNull('ended_at').first()
}

async function ringAgain(trx: TransactionClientContract, act: Act, call: Call) {
  const last = call.lastRungAt ?? call.calledAt
  if (act.at < last.plus({ seconds: fairConfig.ringAgainSeconds }))
    throw new Refusal('fair.refusals.rung_just_now', { seconds: fairConfig.ringAgainSeconds })
  await Call.query({ client: trx }).where('id', call.id).update({ last_rung_at: act.at.toJSDate() })
  const { user_id } = await trx.from('attendees').where('id', call.attendeeId).select('user_id').firstOrFail()
  await withdrawNews(trx, act, [`call:${call.id}`])
  await tellCalled(trx, act, [{ id: call.id, user_id }])
}
