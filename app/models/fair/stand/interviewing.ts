import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import { lockFloor } from '#models/fair/floor'
import Interview from '#models/fair/interview'
import { obstacle, refuse } from '#models/fair/place'
import { placeAt } from '#models/fair/places'
import { presenceOf } from '#models/fair/presence'
import { measurePace } from '#models/fair/pace'
import { settle } from '#models/fair/settle'
import { newsExpiry } from '#models/fair/telling'
import { endPassed, lineAbout, reopen, seat } from '#models/fair/seating'
import type Stand from '#models/fair/stand'
import { type Act, within } from '#models/mixins/act'
import { notify } from '#models/mixins/notifying'
import { audit } from '#models/mixins/tracked'
import { settings } from '#services/settings'

/** The meetings at a stand: starting one, marking somebody passed, and taking that back. */
export function Interviewing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The attendee comes in. Starting twice is starting once.
     * @throws {Refusal} fair.reasons.*: see `obstacle`
     */
    async startInterview(this: Stand, attendee: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [attendee.id], stands: [this.id] })
        const presence = await presenceOf(trx, attendee.id)
        if (presence.interview?.standId === this.id) return
        const place = await placeAt(trx, attendee.id, this.id)
        if (!place) throw new Refusal('fair.refusals.not_in_queue', { stand: this.name })
        const found = obstacle(place, presence)
        if (found) refuse(found)
        await seat(trx, act, this, place.entryId, attendee.id)
        await settle(trx, act, { fairId: this.fairId, stands, queues: [this.id], attendees: [attendee.id] })
      })
    }

    /**
     * R6, R7, R12: the stand ends the interview; the slot is free at once and the attendee is paused.
     * @throws {Refusal} fair.refusals.already_passed, interrupted
     */
    async markPassed(this: Stand, interview: Interview, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [interview.attendeeId], stands: [this.id] })
        await pass(this, trx, act, interview)
        // Whoever was inside was ahead of nobody: no place moves.
        const settlement = { fairId: this.fairId, stands, queues: [], screens: [this.id] }
        await settle(trx, act, { ...settlement, attendees: [interview.attendeeId] })
      })
    }

    /**
     * "Annuler": for some seconds, a mistaken "marquer passé" is as if it had not been.
     * @throws {Refusal} fair.refusals.interrupted, undo_late, undo_elsewhere, undo_full
     */
    async undoPassed(this: Stand, interview: Interview, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [interview.attendeeId], stands: [this.id] })
        const row = await Interview.query({ client: trx }).where('id', interview.id).firstOrFail()
        if (!row.endedAt) return
        const limit = row.endedAt.plus({ seconds: settings().fair.undoSeconds })
        if (row.outcome !== 'passed') throw new Refusal('fair.refusals.interrupted')
        if (act.at > limit) throw new Refusal('fair.refusals.undo_late', { seconds: settings().fair.undoSeconds })
        const presence = await presenceOf(trx, row.attendeeId)
        if (presence.interview) throw new Refusal('fair.refusals.undo_elsewhere', { stand: presence.interview.stand })
        await reopen(this, trx, act, row)
        await settle(trx, act, { fairId: this.fairId, stands, queues: [this.id], attendees: [row.attendeeId] })
      })
    }
  }
}

/** The stand and the attendee are locked; the caller settles, once for all that it passes. */
export async function pass(stand: Stand, trx: TransactionClientContract, act: Act, interview: Interview) {
  const ended = await endPassed(trx, act, interview.id)
  if (!ended) {
    const { outcome } = await Interview.query({ client: trx }).where('id', interview.id).firstOrFail()
    throw new Refusal(outcome === 'passed' ? 'fair.refusals.already_passed' : 'fair.refusals.interrupted')
  }
  await measurePace(trx, stand.id)
  await audit(trx, act, [lineAbout(stand, interview, 'fair.interview.passed')])
  await tellPassed(stand, trx, act, ended)
}

/** R16 */
async function tellPassed(stand: Stand, trx: TransactionClientContract, act: Act, attendee: { id: number; userId: number | null }) {
  if (!attendee.userId) return
  const fair = await stand.related('fair').query().useTransaction(trx).firstOrFail()
  await notify(trx, act, [
    {
      userId: attendee.userId,
      kind: 'fair.passed',
      params: { stand: stand.name },
      path: `${fair.path}/my`,
      about: `pause:${attendee.id}`,
      expiresAt: newsExpiry(fair.endsAt, act),
    },
  ])
}
