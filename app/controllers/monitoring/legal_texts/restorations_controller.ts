import type { HttpContext } from '@adonisjs/core/http'
import LegalText from '#models/monitoring/legal_text'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { done } from '#services/answers'

/** An earlier text that is shown again. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    const { legal: page, locale, version } = ctx.params
    await LegalText.restore({ page, locale }, version === 'origin' ? 0 : Number(version), ctx.viewer.act())
    return done(ctx, 'monitoring.legal.restored', {}, `/admin/legal-pages/${page}/${locale}/versions`)
  }
}
