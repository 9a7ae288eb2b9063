import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import string from '@adonisjs/core/helpers/string'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'

export interface AuditLine {
  /** `fair.stand.paused`: domain, noun, what happened */
  action: string
  object: { type: string; id: number | null }
  fairId?: number | null
  siteId?: number | null
  /** What changed. A personal field is named with `true`, never with its value. */
  changes?: Record<string, unknown>
}

/** Writes lines of the audit in the transaction that made the change, so that neither exists without the other. */
export async function audit(trx: TransactionClientContract, { by, at }: Act, lines: AuditLine[]) {
  if (lines.length === 0) return
  await trx
    .insertQuery()
    .table('audit_events')
    .multiInsert(
      lines.map(({ action, object, fairId, siteId, changes }) => ({
        at: at.toJSDate(),
        actor_kind: by.kind,
        actor_id: by.id,
        address: by.address ?? null,
        request_id: by.requestId ?? null,
        action,
        object_type: object.type,
        object_id: object.id,
        fair_id: fairId ?? null,
        site_id: siteId ?? null,
        changes: JSON.stringify(changes ?? {}),
      }))
    )
}

/** A row whose changes of state are written in the audit, in the same transaction. */
export function Tracked<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** This row as the object of an audit line. */
    get auditObject() {
      return { type: string.singular((this.constructor as LucidModel).table), id: this.$primaryKeyValue as number }
    }

    /** The fair that this row belongs to, if any: what an organiser may read of the audit. */
    get auditFairId() {
      return (this.$attributes.fairId as number | undefined) ?? null
    }

    /** The site of public computers that it belongs to, if any: what its operators may read of the audit. */
    get auditSiteId() {
      return (this.$attributes.siteId as number | undefined) ?? null
    }

    async track(trx: TransactionClientContract, act: Act, action: string, changes?: Record<string, unknown>): Promise<void> {
      await audit(trx, act, [{ action, object: this.auditObject, fairId: this.auditFairId, siteId: this.auditSiteId, changes }])
    }
  }
}
