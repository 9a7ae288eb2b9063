import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { type SettingGroup, settingGroups } from '#config/settings'
import type { Kind } from '#services/settings/kinds'

export const GROUPS = Object.keys(settingGroups) as SettingGroup[]

/** What a form says of every setting of a group. @throws E_VALIDATION_ERROR with a sentence for each that does not fit */
export function settingsFrom(group: SettingGroup, { request, i18n }: HttpContext) {
  const values: Record<string, unknown> = {}
  const wrong: { field: string; message: string; rule: string }[] = []
  for (const [name, kind] of Object.entries<Kind<unknown>>(settingGroups[group])) {
    values[name] = kind.parse(request.input(name))
    if (values[name] !== undefined) continue
    const key = `${group}.${name}`
    const label = i18n.t(`monitoring.settings.of.${key}.label`)
    const message = i18n.t(`monitoring.settings.wrong.${kind.type}`, { label, ...kind.bounds })
    wrong.push({ field: name, message, rule: kind.type })
  }
  if (wrong.length > 0) throw new errors.E_VALIDATION_ERROR(wrong)
  return values
}
