import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import type PosteSession from '#models/postes/poste_session'
import { endSignInsAt } from '#models/postes/browsers'
import { freeChannel } from '#models/postes/free_postes'
import { lockSession, stopRun, tellOf } from '#models/postes/running'

/** `unused`: a code that nobody typed in time; `expired`: one that was, and whose session stood still until then. */
export type Reason = 'visitor' | 'desk' | 'time' | 'idle' | 'unused' | 'expired'

/** The end of a poste session: the poste is free, the code is dead. */
export function Ending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * @param sentence what the desk tells the visitor
     * @throws {Refusal} postes.refusals.ended
     */
    async end(this: PosteSession, reason: Reason, act: Act, sentence: string | null = null): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        if (session.endedAt) throw new Refusal('postes.refusals.ended')
        await close(trx, act, session, { reason, sentence })
        await tellOf(trx, session)
      })
    }
  }
}

interface Close {
  reason: Reason
  sentence?: string | null
  /** since when the station had not been heard of, at the end of the time */
  unheardSince?: DateTime | null
}

/** Whoever calls holds the row of the session. */
export async function close(trx: TransactionClientContract, act: Act, session: PosteSession, { reason, sentence, unheardSince }: Close) {
  const overtime = session.endsAt !== null && session.endsAt <= act.at
  const at = overtime ? session.endsAt! : act.at
  await stopRun(trx, act, session, 'ended', at)
  await session
    .useTransaction(trx)
    .merge({
      endedAt: at,
      endedBy: authorOf(act.by),
      reason: overtime ? 'time' : reason,
      sentence: sentence ?? null,
      unheardSince: unheardSince ?? null,
    })
    .save()
  await trx
    .from('extensions')
    .where('poste_session_id', session.id)
    .whereNull('answered_at')
    .update({ answered_at: act.at.toJSDate(), answered_by: authorOf(act.by), answer: 'expired' })
  await endSignInsAt(trx, act, session.posteId)
  await signal(trx, [freeChannel(session.siteId)])
  await session.track(trx, act, 'postes.poste_session.ended', { poste: session.posteId, reason: session.reason })
}
