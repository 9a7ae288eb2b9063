import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { type Act, within } from '#models/mixins/act'
import type PosteSession from '#models/postes/poste_session'
import { beginRun, keepCode, lastCause, lockSession, stopRun, tellOf } from '#models/postes/running'

/** The desk stops the time of a session, and lets it run again. */
export function Suspending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The screen is locked and the time kept, for as long as a code that is given now.
     * @throws {Refusal} postes.refusals.ended, not_running
     */
    async suspend(this: PosteSession, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        if (session.endedAt) throw new Refusal('postes.refusals.ended')
        if (!session.isRunning || session.endsAt! <= act.at) throw new Refusal('postes.refusals.not_running')
        await stopRun(trx, act, session, 'suspended')
        await keepCode(trx, act, session)
        await session.track(trx, act, 'postes.poste_session.suspended', { poste: session.posteId })
        await tellOf(trx, session)
      })
    }

    /**
     * The time runs again, where it was.
     * @throws {Refusal} postes.refusals.ended, not_suspended
     */
    async resume(this: PosteSession, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        if (session.endedAt) throw new Refusal('postes.refusals.ended')
        const cause = await lastCause(trx, session.id)
        if (session.isRunning || !cause) throw new Refusal('postes.refusals.not_suspended')
        await beginRun(trx, act, session)
        await session.track(trx, act, 'postes.poste_session.resumed', { poste: session.posteId })
        await tellOf(trx, session)
      })
    }
  }
}
