import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import string from '@adonisjs/core/helpers/string'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { type Act, authorOf } from '#models/mixins/act'

export interface Change {
  /** the statuses that lead there */
  from: readonly string[]
  to: string
  /** why, in the words of whoever decides */
  reason?: string
}

/** A row of a pipeline. */
export interface Stepped extends LucidRow {
  id: number
  status: string
  statusAt: DateTime
}

/** A pipeline: one `status`, changed here only, and a row of `steps` for each change. */
export function Stepping<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The step with which the row began; it is written with the row. */
    async firstStep(this: Stepped, trx: TransactionClientContract, act: Act): Promise<void> {
      await write(this, trx, act, this.status, null)
    }

    /**
     * The condition is in the update: of two who decide at once, the database lets one.
     * @returns whether the status changed; if not, nothing did
     */
    async advance(this: Stepped, trx: TransactionClientContract, act: Act, { from, to, reason }: Change): Promise<boolean> {
      const changed = await trx
        .from((this.constructor as LucidModel).table)
        .where('id', this.id)
        .whereIn('status', [...from])
        .update({ status: to, status_at: act.at.toJSDate() })
      if (!Number(changed)) return false
      await write(this, trx, act, to, reason ?? null)
      Object.assign(this, { status: to, statusAt: act.at })
      this.$hydrateOriginals()
      return true
    }
  }
}

async function write(row: Stepped, trx: TransactionClientContract, { at, by }: Act, status: string, reason: string | null) {
  const subject = `${string.singular((row.constructor as LucidModel).table)}_id`
  await trx
    .insertQuery()
    .table('steps')
    .insert({ [subject]: row.id, status, reason, taken_at: at.toJSDate(), taken_by: authorOf(by) })
}
