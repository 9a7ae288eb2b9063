import i18nManager from '@adonisjs/i18n/services/main'
import type { I18n } from '@adonisjs/i18n'
import { RequestValidator, type HttpContext } from '@adonisjs/core/http'
import { type Locale, instance } from '#config/instance'
import { Formats } from '#services/formats'

/**
 * The package's provider writes the translated name of the other field ("mot de passe") into the options of the rule,
 * which every request shares: the rule would compare with a field of that name from then on (3.0.1).
 */
RequestValidator.messagesProvider = (ctx) => {
  const provider = ctx.i18n.createMessagesProvider()
  return { getMessage: (message, rule, field, meta) => provider.getMessage(message, rule, field, meta && { ...meta }) }
}

const formats = Object.fromEntries(instance.locales.map((locale) => [locale, new Formats(locale, instance.zone)]))

/** What a text needs that is written while nobody asks for it: `t`, `f` and `lang` of one language. */
export function wordsOf(lang: Locale) {
  const i18n = i18nManager.locale(lang)
  return { lang, t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data), f: formats[lang] }
}

/** The language of the person: chosen, else that of the browser, else French. Shared with templates as `t`, `f` and `lang`. */
export function speak(ctx: HttpContext) {
  const chosen = ctx.viewer?.user?.locale ?? ctx.request.plainCookie('lang', undefined, false)
  const lang =
    instance.locales.find((locale) => locale === chosen) ??
    i18nManager.getSupportedLocaleFor(ctx.request.languages()) ??
    i18nManager.defaultLocale
  ctx.i18n = i18nManager.locale(lang)
  const theme = ctx.viewer?.user?.theme ?? ctx.request.plainCookie('theme', undefined, false)
  ctx.view.share({
    lang,
    theme: ['light', 'dark'].includes(theme) ? theme : null,
    t: (key: string, data?: Record<string, unknown>) => ctx.i18n.t(key, data),
    f: formats[lang],
    viewer: ctx.viewer ?? null,
    path: ctx.request.url(true),
  })
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
  }
}
