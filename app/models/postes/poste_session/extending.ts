import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { postesConfig } from '#config/postes'
import { type Act, authorOf, within } from '#models/mixins/act'
import Extension from '#models/postes/extension'
import type PosteSession from '#models/postes/poste_session'
import { grant, refuseReserved } from '#models/postes/poste_session/granting'
import { lockSession, tellOf } from '#models/postes/running'

/** A visitor asks for more time; the desk answers once. */
export function Extending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * One request at a time: asking again while the desk has not answered changes nothing.
     * @throws {Refusal} postes.refusals.ended, minutes_asked, reservations.refusals.extended
     */
    async askForTime(this: PosteSession, minutes: number, act: Act): Promise<void> {
      const [least, most] = postesConfig.extension
      if (!Number.isInteger(minutes) || minutes < least || minutes > most)
        throw new Refusal('postes.refusals.minutes_asked', { least, most }, { status: 422, field: 'minutes' })
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        if (!session.isRunning || session.endsAt! <= act.at) throw new Refusal('postes.refusals.ended')
        if (await pending(trx, session.id)) return
        await refuseReserved(trx, act, session, minutes * 60)
        await Extension.create({ posteSessionId: session.id, minutes, askedAt: act.at }, { client: trx })
        await session.track(trx, act, 'postes.extension.asked', { poste: session.posteId, minutes })
        await tellOf(trx, session)
      })
    }

    /**
     * @param sentence what the visitor reads with it
     * @throws {Refusal} postes.refusals.extension_answered, ended
     */
    async answerExtension(
      this: PosteSession,
      extensionId: number,
      accepted: boolean,
      act: Act,
      sentence: string | null = null
    ): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        const extension = await pending(trx, session.id)
        if (extension?.id !== extensionId) throw new Refusal('postes.refusals.extension_answered')
        if (accepted) await grant(trx, act, session, extension.minutes)
        const answer = accepted ? 'accepted' : 'refused'
        await extension
          .useTransaction(trx)
          .merge({ answeredAt: act.at, answeredBy: authorOf(act.by), answer, sentence })
          .save()
        const action = accepted ? 'postes.extension.accepted' : 'postes.extension.refused'
        await session.track(trx, act, action, { poste: session.posteId, minutes: extension.minutes })
        await tellOf(trx, session)
      })
    }
  }
}

function pending(trx: TransactionClientContract, sessionId: number) {
  return Extension.query({ client: trx }).where('poste_session_id', sessionId).whereNull('answered_at').first()
}
