import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import Call from '#models/fair/call'
import { lockPair } from '#models/fair/floor'
import { endSkip } from '#models/fair/missing'
import QueueEntry from '#models/fair/queue_entry'
import { PROLONGATION } from '#models/fair/recall'
import { settle } from '#models/fair/settle'
import { type Act, within } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'

/** What a person answers to a call. */
export function Answering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * "J'arrive": two more minutes, once.
     * @throws {Refusal} fair.refusals.call_over, clock_waits, announced_already
     */
    async announce(this: Attendee, entry: QueueEntry, act: Act): Promise<void> {
      await answer(this, entry, act, 'fair.call.announced', async (trx) => {
        const call = await Call.query({ client: trx }).where('queue_entry_id', entry.id).whereNull('ended_at').first()
        if (!call) throw new Refusal('fair.refusals.call_over')
        if (!call.graceStartedAt) throw new Refusal('fair.refusals.clock_waits')
        if (call.prolongedAt) throw new Refusal('fair.refusals.announced_already')
        const until = call.expiresAt.plus({ seconds: PROLONGATION })
        await Call.query({ client: trx })
          .where('id', call.id)
          .update({ prolonged_at: act.at.toJSDate(), expires_at: trx.knexRawQuery(`least(?, ${LAST})`, [until.toJSDate()]) })
        return true
      })
    }

    /**
     * "Je suis là": the place counts again, where it was. Twice is once.
     * @throws {Refusal} fair.refusals.not_waiting
     */
    async comeBack(this: Attendee, entry: QueueEntry, act: Act): Promise<void> {
      await answer(this, entry, act, 'fair.attendee.came_back', async (trx) => {
        const { leftAt, completedAt } = await QueueEntry.findOrFail(entry.id, { client: trx })
        if (leftAt || completedAt) throw new Refusal('fair.refusals.not_waiting')
        await withdrawNews(trx, act, [`skip:${entry.id}`])
        return endSkip(trx, act, entry.id)
      })
    }
  }
}

/** A call lasts its grace and a prolongation at most, whatever happened to its clock. */
const LAST = `(select c.called_at + make_interval(secs => f.grace_seconds + ${PROLONGATION})
  from calls c join stands s on s.id = c.stand_id join fairs f on f.id = s.fair_id where c.id = calls.id)`

/** @param work whether anything changed */
async function answer(
  attendee: Attendee,
  entry: QueueEntry,
  act: Act,
  action: string,
  work: (trx: TransactionClientContract) => Promise<boolean>
) {
  await within(act, async (trx) => {
    await lockPair(trx, attendee.id, entry.standId)
    if (!(await work(trx))) return
    await entry.trackPlace(trx, act, action)
    await settle(trx, act, { fairId: attendee.fairId, stands: [entry.standId], attendees: [attendee.id] })
  })
}
