import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { lockStand } from '#models/fair/floor'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import StandPause from '#models/fair/stand_pause'
import { type Act, authorOf, within } from '#models/mixins/act'

/** Recruiting or not. A paused stand keeps its queue and calls nobody (R17–R20). */
export function Pausing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Pausing twice is pausing once. */
    async pause(this: Stand, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockStand(trx, this.id)
        const open = await StandPause.query({ client: trx }).where('stand_id', this.id).whereNull('ended_at').first()
        if (open) return
        await StandPause.create({ standId: this.id, startedAt: act.at, startedBy: authorOf(act.by) }, { client: trx })
        await this.track(trx, act, 'fair.stand.paused')
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], fairChanged: true })
      })
    }

    async resume(this: Stand, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockStand(trx, this.id)
        const ended = await StandPause.query({ client: trx })
          .where('stand_id', this.id)
          .whereNull('ended_at')
          .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) })
        if (!Number(ended)) return
        await this.track(trx, act, 'fair.stand.resumed')
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], fairChanged: true })
      })
    }
  }
}
