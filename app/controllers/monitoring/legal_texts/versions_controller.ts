import type { HttpContext } from '@adonisjs/core/http'
import LegalText from '#models/monitoring/legal_text'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { legalText, originOf, renderLegal } from '#services/legal'
import { asPage } from '#validators/filters'

/** The texts that a legal page had. */
export default class VersionsController {
  async index({ view, params: { legal: page, locale }, request, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const versions = await LegalText.versions({ page, locale }, asPage(request.input('page')))
    return view.render('pages/monitoring/legal_texts/versions/index', { legal: page, locale, versions })
  }

  async show({ view, params: { legal: page, locale, version }, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const found = version === 'origin' ? null : await LegalText.query().where({ page, locale, id: version }).preload('author').firstOrFail()
    const text = renderLegal(found?.text ?? originOf(page, locale), locale)
    const isCurrent = legalText(page, locale).id === (found?.id ?? 0)
    return view.render('pages/monitoring/legal_texts/versions/show', { legal: page, locale, version, found, text, isCurrent })
  }
}
