/* Settings as a person reads them. */
import { type SettingGroup, settingGroups } from '#config/settings'
import type { Kind } from '#services/settings/kinds'
import { valuesOf } from '#services/settings'
import type { wordsOf } from '#services/speech'

type Words = ReturnType<typeof wordsOf>

export interface SettingLine {
  name: string
  /** `instance.zone` */
  key: string
  kind: Kind<unknown>
  /** as the form writes it, and as a page says it */
  typed: string
  said: string
  fallback: string
  isDefault: boolean
  choices: { value: string; text: string }[]
}

export function settingLines(group: SettingGroup, words: Words): SettingLine[] {
  const values = valuesOf(group)
  return Object.entries<Kind<unknown>>(settingGroups[group]).map(([name, kind]) => ({
    name,
    key: `${group}.${name}`,
    kind,
    typed: kind.text(values[name]),
    said: sayAs(kind, kind.text(values[name]), words),
    fallback: sayAs(kind, kind.text(kind.fallback), words),
    isDefault: kind.text(values[name]) === kind.text(kind.fallback),
    choices: kind.choices?.map((value) => ({ value, text: sayAs(kind, value, words) })) ?? [],
  }))
}

/** @param typed a value as its form writes it */
export function sayAs({ type, unit, names }: Kind<unknown>, typed: string, { t, f, lang }: Words): string {
  if (names === 'hour') return t('monitoring.settings.hour', { hour: typed })
  if (names === 'zone') return typed.replaceAll('_', ' ')
  if (names === 'languages') return new Intl.ListFormat(lang).format(typed.split(' ').map((code) => nameOf('language', code, lang)))
  if (names === 'region') return nameOf('region', typed, lang)
  if (names === 'currency') return `${nameOf('currency', typed, lang)} (${typed})`
  if (type === 'integer' && unit)
    return unit === 'times' ? f.number(Number(typed)) : t(`monitoring.settings.units.${unit}`, { count: Number(typed) })
  if (type === 'hours' && typed) return f.opening(typed)
  return typed || t(type === 'hours' ? 'monitoring.settings.closed' : 'monitoring.settings.nothing')
}

function nameOf(type: Intl.DisplayNamesType, code: string, lang: string) {
  return new Intl.DisplayNames(lang, { type }).of(code)?.replaceAll("'", '’') ?? code
}
