import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Fair from '#models/fair/fair'
import FairOpening from '#models/fair/fair_opening'
import { lockStands } from '#models/fair/floor'
import { settle } from '#models/fair/settle'
import { type Act, authorOf, within } from '#models/mixins/act'

/**
 * Open or closed. A join or a start looks at it with its stand locked, so opening and closing lock every stand:
 * nobody slips in behind.
 */
export function Opening<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async isOpen(this: Fair): Promise<boolean> {
      const open = await this.related('openings').query().whereNull('ended_at').first()
      return open !== null
    }

    async open(this: Fair, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockAll(trx, this)
        const already = await FairOpening.query({ client: trx }).where('fair_id', this.id).whereNull('ended_at').first()
        if (already) return
        ;(await this.useTransaction(trx).refresh()).refuseWhenArchived()
        await FairOpening.create({ fairId: this.id, startedAt: act.at, startedBy: authorOf(act.by) }, { client: trx })
        await this.track(trx, act, 'fair.fair.opened')
        await settle(trx, act, { fairId: this.id, stands, fairChanged: true })
      })
    }

    /** Nobody is called any more; interviews under way go to their end. */
    async close(this: Fair, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockAll(trx, this)
        const ended = await FairOpening.query({ client: trx })
          .where('fair_id', this.id)
          .whereNull('ended_at')
          .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) })
        if (!Number(ended)) return
        await this.track(trx, act, 'fair.fair.closed')
        await settle(trx, act, { fairId: this.id, stands, fairChanged: true })
      })
    }
  }
}

/** The fair's own row first: two that open it at once, or a stand that is added meanwhile, wait here. */
export async function lockAll(trx: TransactionClientContract, fair: Fair) {
  await trx.rawQuery('select 1 from fairs where id = ? for no key update', [fair.id])
  const rows = await trx.from('stands').where('fair_id', fair.id).select('id')
  const stands = await lockStands(
    trx,
    rows.map((row) => row.id)
  )
  return stands.map((stand) => stand.id)
}
