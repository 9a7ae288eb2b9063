import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { DateTime } from 'luxon'
import { PURPOSES, type Purpose } from '#config/retention'
import { type Act, within } from '#models/mixins/act'
import { audit } from '#models/mixins/tracked'
import { rules } from '#models/monitoring/retention/register'
import { settings } from '#services/settings'

/** As many rows at once as nobody else notices. */
const BATCH = 1000

export interface RetentionLine {
  purpose: Purpose
  /** of its setting */
  key: string
  days: number
  /** how many rows would go now; null when nothing is kept for it yet */
  due: number | null
  last: { ranAt: Date; removed: number } | null
}

/** What the next night would remove, and what the last one did. */
export async function retentionBoard(at: DateTime): Promise<RetentionLine[]> {
  const runs: { purpose: string; ran_at: Date; removed: number }[] = await db.from('retention_runs').select('purpose', 'ran_at', 'removed')
  const lasts = new Map(runs.map(({ purpose, ran_at: ranAt, removed }) => [purpose, { ranAt, removed }]))
  return Promise.all(
    PURPOSES.map(async (purpose) => {
      const due = (await rules[purpose]?.count(limitOf(purpose, at))) ?? null
      return { purpose, key: `retention.${purpose}`, days: settings().retention[purpose], due, last: lasts.get(purpose) ?? null }
    })
  )
}

/** Removes what is older than the settings say. A purpose that fails does not keep the others. @throws the last failure */
export async function applyRetention(act: Act) {
  let failure: unknown
  for (const purpose of PURPOSES.filter((one) => rules[one]))
    try {
      await apply(purpose, act)
    } catch (error) {
      logger.error({ err: error, purpose }, 'what is too old could not be removed')
      failure = error
    }
  if (failure) throw failure
}

async function apply(purpose: Purpose, act: Act) {
  let total = 0
  for (let removed = BATCH; removed === BATCH; total += removed) removed = await removeSome(purpose, act)
  const row = { purpose, ran_at: act.at.toJSDate(), days: settings().retention[purpose], removed: total }
  await db.insertQuery().table('retention_runs').insert(row).knexQuery.onConflict('purpose').merge()
}

/** The audit says how many went, in the transaction in which they went. */
async function removeSome(purpose: Purpose, act: Act) {
  return within(act, async (trx) => {
    const removed = await rules[purpose]!.remove(trx, limitOf(purpose, act.at), BATCH)
    const changes = { purpose, removed, days: settings().retention[purpose] }
    if (removed) await audit(trx, act, [{ action: 'monitoring.retention.applied', object: { type: 'retention', id: null }, changes }])
    return removed
  })
}

function limitOf(purpose: Purpose, at: DateTime) {
  return at.minus({ days: settings().retention[purpose] }).toJSDate()
}
