import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { type Act, within } from '#models/mixins/act'
import type PosteSession from '#models/postes/poste_session'
import { beginRun, lastCause, lockSession, tellOf } from '#models/postes/running'

/** The beginning of a poste session, and of what follows a power failure. */
export function Starting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The time begins to run; of one that a power failure stopped, what was left of it. Starting one that runs is harmless.
     * @throws {Refusal} postes.refusals.ended, suspended
     */
    async start(this: PosteSession, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        if (session.endedAt) throw new Refusal('postes.refusals.ended')
        if (session.isRunning) return
        const cause = await lastCause(trx, session.id)
        if (cause === 'suspended') throw new Refusal('postes.refusals.suspended')
        await beginRun(trx, act, session)
        await session.track(trx, act, cause ? 'postes.poste_session.resumed' : 'postes.poste_session.started', { poste: session.posteId })
        await tellOf(trx, session)
      })
    }
  }
}
