import type { HttpContext } from '@adonisjs/core/http'
import LegalText from '#models/monitoring/legal_text'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { done } from '#services/answers'
import { legalText, renderLegal } from '#services/legal'
import { legalTextValidator } from '#validators/monitoring/legal_text'

/** The legal pages, for those who write them. */
export default class LegalTextsController {
  async index({ view, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    return view.render('pages/monitoring/legal_texts/index', { lasts: await LegalText.lasts() })
  }

  async edit({ view, params: { legal, locale }, session, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const { body, id: edition } = legalText(legal, locale)
    const typed = session.flashMessages.get('preview') ? session.flashMessages.get('body', body) : null
    const preview = typed && renderLegal(typed, locale)
    return view.render('pages/monitoring/legal_texts/edit', { legal, locale, body, edition, preview })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    const { legal: page, locale } = ctx.params as { legal: LegalText['page']; locale: LegalText['locale'] }
    const { body, edition } = await ctx.request.validateUsing(legalTextValidator)
    await LegalText.write({ page, locale }, body, edition, ctx.viewer.act())
    return done(ctx, 'monitoring.legal.written', {}, '/admin/legal-pages')
  }
}
