import { SettingSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type SettingGroup, settingGroups } from '#config/settings'
import { Refusal } from '#exceptions/refusal'
import User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import { SETTINGS, editionOf, refreshSettings, storedSettings, valuesOf } from '#services/settings'
import type { Kind } from '#services/settings/kinds'

/** The advisory lock of whoever changes settings: two who save at once are one after the other. */
const LOCK = 727275

/** What an installation says instead of a default. */
export default class Setting extends SettingSchema {
  @belongsTo(() => User, { foreignKey: 'updatedBy' })
  declare author: BelongsTo<typeof User>

  /**
   * @param edition what the form was filled from
   * @throws {Refusal} monitoring.settings.changed_meanwhile
   */
  static async change(group: SettingGroup, values: Record<string, unknown>, edition: string, act: Act) {
    await alter(group, act, async (trx, before) => {
      if (editionOf(group, before) !== edition) throw new Refusal('monitoring.settings.changed_meanwhile')
      const current = valuesOf(group, before)
      const changed = Object.keys(values).filter((name) => JSON.stringify(values[name]) !== JSON.stringify(current[name]))
      for (const name of changed) await write(trx, `${group}.${name}`, values[name], act)
      return changed
    })
  }

  /** Every setting of the group is as by default again. */
  static async reset(group: SettingGroup, act: Act) {
    await alter(group, act, async (trx, before) => {
      const keys = [...before.keys()].filter((key) => key.startsWith(`${group}.`))
      await trx.from('settings').whereIn('key', keys).delete()
      return keys.map((key) => key.slice(group.length + 1))
    })
  }

  /** The last change of each group, and who made it. */
  static async lastChanges(): Promise<Map<string, Setting>> {
    const rows = await this.query().preload('author').orderBy('updated_at')
    return new Map(rows.map((row) => [row.key.split('.')[0], row]))
  }
}

type Stored = Awaited<ReturnType<typeof storedSettings>>

/** @param work answers which names it changed */
async function alter(group: SettingGroup, act: Act, work: (trx: TransactionClientContract, before: Stored) => Promise<string[]>) {
  await within(act, async (trx) => {
    await trx.rawQuery('select pg_advisory_xact_lock(?)', [LOCK])
    const before = await storedSettings(trx)
    const changed = await work(trx, before)
    if (changed.length === 0) return
    const from = valuesOf(group, before)
    const to = valuesOf(group, await storedSettings(trx))
    const told = changed.map((name) => [name, isPersonal(group, name) ? true : [from[name], to[name]]])
    await audit(trx, act, [
      { action: `monitoring.settings.${group}`, object: { type: 'setting', id: null }, changes: Object.fromEntries(told) },
    ])
    await signal(trx, [SETTINGS])
  })
  if (!act.trx) await refreshSettings()
}

async function write(trx: TransactionClientContract, key: string, value: unknown, { by, at }: Act) {
  const row = { value: JSON.stringify(value), updated_at: at.toJSDate(), updated_by: by.kind === 'user' ? by.id : null }
  await trx
    .knexQuery()
    .insert({ key, ...row })
    .into('settings')
    .onConflict('key')
    .merge()
}

/** The address of an installation may be that of a person. */
function isPersonal(group: SettingGroup, name: string) {
  return (settingGroups[group] as Record<string, Kind<unknown>>)[name].type === 'email'
}
