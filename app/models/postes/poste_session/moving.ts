import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { type Act, within } from '#models/mixins/act'
import { endSignInsAt } from '#models/postes/browsers'
import { refuseBooked } from '#models/postes/booked'
import { freePoste } from '#models/postes/free_postes'
import type PosteSession from '#models/postes/poste_session'
import { beginRun, lockPostes, lockSession, stopRun, tellOf, usedSeconds } from '#models/postes/running'

/** A session goes on at another poste of the site. */
export function Moving<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * With the time that is left, and the same code. One that runs goes on running there.
     * @throws {Refusal} postes.refusals.ended, poste_unknown, poste_taken, poste_maintained, reservations.refusals.held, shorter
     */
    async move(this: PosteSession, posteId: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        const from = session.posteId
        if (session.endedAt || (session.endsAt && session.endsAt <= act.at)) throw new Refusal('postes.refusals.ended')
        if (posteId === from) return
        await lockPostes(trx, [from, posteId])
        await freePoste(trx, session.siteId, posteId)
        const running = session.isRunning
        await stopRun(trx, act, session, 'moved')
        await refuseBooked(trx, act, posteId, session.grantedSeconds - (await usedSeconds(trx, session.id)))
        await session
          .useTransaction(trx)
          .merge({ posteId, lease: session.lease + 1 })
          .save()
        if (running) await beginRun(trx, act, session)
        await endSignInsAt(trx, act, from)
        await session.track(trx, act, 'postes.poste_session.moved', { from, to: posteId })
        await tellOf(trx, session, from)
      })
    }
  }
}
