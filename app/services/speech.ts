import i18nManager from '@adonisjs/i18n/services/main'
import type { I18n } from '@adonisjs/i18n'
import { RequestValidator, type HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#config/instance'
import { Formats } from '#services/formats'
import { settings } from '#services/settings'

/**
 * The package's provider writes the translated name of the other field ("mot de passe") into the options of the rule,
 * which every request shares: the rule would compare with a field of that name from then on (3.0.1).
 */
RequestValidator.messagesProvider = (ctx) => {
  const provider = ctx.i18n.createMessagesProvider()
  return { getMessage: (message, rule, field, meta) => provider.getMessage(message, rule, field, meta && { ...meta }) }
}

const made = new Map<string, Formats>()

/** Dates and durations in a language, in the zone of now. */
export function formatsOf(lang: Locale) {
  const key = `${lang} ${settings().zone}`
  if (!made.has(key)) made.set(key, new Formats(lang, settings().zone))
  return made.get(key)!
}

/** What a text needs that is written while nobody asks for it: `t`, `f` and `lang` of one language. */
export function wordsOf(lang: Locale) {
  const i18n = i18nManager.locale(lang)
  return { lang, t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data), f: formatsOf(lang) }
}

/** The language of the person: chosen, else that of the browser, else the first of the installation. Shared with templates as `t`, `f` and `lang`. */
export function speak(ctx: HttpContext) {
  const chosen = ctx.viewer?.user?.locale ?? ctx.request.plainCookie('lang', undefined, false)
  const { locales } = settings()
  const lang = locales.find((locale) => locale === chosen) ?? (ctx.request.language(locales.slice()) as Locale | null) ?? locales[0]
  ctx.i18n = i18nManager.locale(lang)
  const theme = ctx.viewer?.user?.theme ?? ctx.request.plainCookie('theme', undefined, false)
  ctx.view.share({
    lang,
    theme: ['light', 'dark'].includes(theme) ? theme : null,
    t: (key: string, data?: Record<string, unknown>) => ctx.i18n.t(key, data),
    f: formatsOf(lang),
    viewer: ctx.viewer ?? null,
    path: ctx.request.url(true),
  })
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
  }
}
