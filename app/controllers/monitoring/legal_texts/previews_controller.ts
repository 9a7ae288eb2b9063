import type { HttpContext } from '@adonisjs/core/http'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { goTo } from '#services/answers'
import { legalTextValidator } from '#validators/monitoring/legal_text'

/** A text as its page would show it, before it does. */
export default class PreviewsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    const { body } = await ctx.request.validateUsing(legalTextValidator)
    ctx.session.flash({ body, preview: true })
    return goTo(ctx, `/admin/legal-pages/${ctx.params.legal}/${ctx.params.locale}/edit#preview`)
  }
}
