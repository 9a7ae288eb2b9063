import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import logger from '@adonisjs/core/services/logger'
import { type SettingGroup, type Settings, settingGroups } from '#config/settings'
import { Remembered } from '#services/remembered'
import type { Kind } from '#services/settings/kinds'

/** What is signalled when a setting changes. */
export const SETTINGS = 'settings'

export type Stored = Map<string, unknown>

const stored = new Remembered<Stored>(SETTINGS, new Map(), () => storedSettings(db.connection()))

let assembled: { from: Stored; settings: Settings } | undefined

/** The settings of this installation, from memory: a change made in any process is here within a second. */
export function settings(): Settings {
  if (assembled?.from !== stored.value) assembled = { from: stored.value, settings: assemble(stored.value) }
  return assembled.settings
}

/** What the process that changes them shows at once. */
export function refreshSettings() {
  return stored.refresh()
}

/** For a test: these settings hold until the memories are put back. @param changed by key: `instance.zone` */
export function pretend(changed: Record<string, unknown>) {
  stored.keep(new Map([...stored.value, ...Object.entries(changed)]))
}

/** What was changed from the defaults, as it is written. */
export async function storedSettings(client: QueryClientContract): Promise<Stored> {
  const rows: { key: string; value: unknown }[] = await client.from('settings').select('key', 'value')
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** The values of one group; one that no longer fits, because the bounds are those of another version, is as by default. */
export function valuesOf(group: SettingGroup, from: Stored = stored.value): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<Kind<unknown>>(settingGroups[group]).map(([name, kind]) => {
      const key = `${group}.${name}`
      const value = from.has(key) ? kind.parse(from.get(key)) : kind.fallback
      if (value === undefined) logger.warn({ key }, 'a setting does not fit its bounds: its default holds')
      return [name, value ?? kind.fallback]
    })
  )
}

/** What a form was filled from: it tells whether somebody else has saved meanwhile. */
export function editionOf(group: SettingGroup, from: Stored = stored.value) {
  return createHash('sha1')
    .update(JSON.stringify(valuesOf(group, from)))
    .digest('base64url')
}

function assemble(from: Stored) {
  const { instance, quiet, hours, ...others } = Object.fromEntries(
    (Object.keys(settingGroups) as SettingGroup[]).map((group) => [group, valuesOf(group, from)])
  )
  return { ...instance, ...quiet, openingHours: hours, ...others } as unknown as Settings
}
