import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { Refusal } from '#exceptions/refusal'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { refuseBooked } from '#models/postes/booked'
import { freeChannel, freePoste } from '#models/postes/free_postes'
import PosteSession from '#models/postes/poste_session'
import { keepCode, lastCause, lockPostes, lockSession, stopRun, tellOf } from '#models/postes/running'
import { isBusy, lockVisitor } from '#models/postes/visitor/holding'

/** A poste that lost its power: the minutes in which nobody could use it are kept. */
export function Cutting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The time stopped when the poste was last heard of; the same code lets it run again. Said twice, it is said once.
     * @param since when the poste says that it went dark: never before it was last heard of
     */
    async cut(this: PosteSession, since: DateTime, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        if (!session.isRunning || session.endsAt! <= act.at) return
        const heard = await heardAt(trx, act, session)
        await stopRun(trx, act, session, 'cut', DateTime.min(act.at, DateTime.max(since, heard ?? since)))
        await keepCode(trx, act, session)
        await session.track(trx, act, 'postes.poste_session.cut', { poste: session.posteId })
        await tellOf(trx, session)
      })
    }

    /**
     * Its time ended while its poste was not heard of, and it turns out that nobody could use it: what was left then is left
     * now, as long as the code is good, and they have nothing else.
     * @throws {Refusal} postes.refusals.visitor_unknown, visitor_busy, nothing_lost, code_over, poste_taken, reservations.refusals.held
     */
    async restore(this: PosteSession, act: Act): Promise<void> {
      await within(act, async (trx) => {
        // Of two sheets that were made one, the sessions are those of the one that stayed.
        const { visitorId } = await PosteSession.findOrFail(this.id, { client: trx })
        const visitor = await lockVisitor(trx, visitorId)
        const session = await lockSession(trx, this.id)
        if (session.reason !== 'time' || !session.unheardSince) throw new Refusal('postes.refusals.nothing_lost')
        if (session.codeExpiresAt <= act.at) throw new Refusal('postes.refusals.code_over')
        if (await isBusy(trx, visitor)) throw new Refusal('postes.refusals.visitor_busy', { visitor: visitor.shownName })
        await lockPostes(trx, [session.posteId])
        await freePoste(trx, session.siteId, session.posteId)
        await refuseBooked(trx, act, session.posteId, 60)
        await trx.rawQuery(
          `update poste_runs set ended_at = greatest(started_at, :until), cause = 'cut'
          where id = (select max(id) from poste_runs where poste_session_id = :session)`,
          { until: session.unheardSince.toJSDate(), session: session.id }
        )
        await session
          .useTransaction(trx)
          .merge({ endedAt: null, endedBy: null, reason: null, sentence: null, unheardSince: null, lease: session.lease + 1 })
          .save()
        await keepCode(trx, act, session)
        await signal(trx, [freeChannel(session.siteId)])
        await session.track(trx, act, 'postes.poste_session.restored', { poste: session.posteId })
        await tellOf(trx, session)
      })
    }

    /** Whether its code may be typed again: the power failed. */
    async isCut(this: PosteSession, trx: TransactionClientContract): Promise<boolean> {
      return !this.isRunning && !this.endedAt && (await lastCause(trx, this.id)) === 'cut'
    }
  }
}

/**
 * When the page of its poste was last heard of: before the silence that it has just broken, if it has. The program beside it speaks
 * as soon as there is power again, and says nothing of what could be used.
 */
async function heardAt(trx: TransactionClientContract, { at }: Act, { posteId }: PosteSession) {
  const recent = at.minus({ seconds: postesConfig.offlineSeconds }).toJSDate()
  const row = await trx
    .from('stations')
    .where({ poste_id: posteId, kind: 'page' })
    .whereNull('revoked_at')
    .select(trx.raw('case when silent_until > ? then silent_from else seen_at end as seen', [recent]))
    .first()
  return row?.seen ? DateTime.fromJSDate(row.seen) : null
}
