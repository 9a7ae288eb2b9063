import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#config/instance'
import { LEGAL_NAMES, LEGAL_PAGES } from '#config/legal'
import { legalText, renderLegal } from '#services/legal'

/** What the law asks to be told, to everybody. */
export default class LegalPagesController {
  async show({ view, route, i18n }: HttpContext) {
    const legal = LEGAL_NAMES.find((name) => LEGAL_PAGES[name] === route!.pattern)!
    const locale = i18n.locale as Locale
    const { body, writtenAt } = legalText(legal, locale)
    return view.render('pages/monitoring/legal_pages/show', { legal, text: renderLegal(body, locale), writtenAt })
  }
}
