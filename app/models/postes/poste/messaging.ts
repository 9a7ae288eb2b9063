import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import type Poste from '#models/postes/poste'
import ScreenMessage from '#models/postes/screen_message'

/** Words between the desk and a screen. */
export function Messaging<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Those of a session go with it: the next visitor does not read them. */
    async say(this: Poste, sender: 'desk' | 'station', words: string, act: Act): Promise<ScreenMessage> {
      return within(act, async (trx) => {
        const session = await trx.from('poste_sessions').where('poste_id', this.id).whereNull('ended_at').first()
        const message = await ScreenMessage.create(
          { posteId: this.id, posteSessionId: session?.id ?? null, sender, words, sentAt: act.at, sentBy: authorOf(act.by) },
          { client: trx }
        )
        await this.track(trx, act, sender === 'desk' ? 'postes.poste.told' : 'postes.poste.wrote', { words: true })
        await signal(trx, [`sites/${this.siteId}`, this.channel])
        return message
      })
    }

    /** Read where it was to be; twice is once. */
    async readMessage(this: Poste, id: number, reader: 'desk' | 'station', act: Act): Promise<void> {
      await within(act, async (trx) => {
        const sender = reader === 'desk' ? 'station' : 'desk'
        const message = await ScreenMessage.query({ client: trx }).where({ id, poste_id: this.id, sender }).forUpdate().firstOrFail()
        if (message.readAt) return
        await message.merge({ readAt: act.at }).save()
        await signal(trx, [`sites/${this.siteId}`, this.channel])
      })
    }
  }
}
