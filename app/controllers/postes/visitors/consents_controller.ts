import type { HttpContext } from '@adonisjs/core/http'
import { postesConfig } from '#config/postes'
import { done } from '#services/answers'
import { visitorAt } from '#services/visitors'

/** That somebody agrees to the information notice, or does not any more: then nothing is kept of them. */
export default class ConsentsController {
  async store(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.consent(postesConfig.noticeVersion, ctx.viewer.act())
    return done(ctx, 'visitors.consent.recorded', {}, visitor.pathAt(ctx.site))
  }

  async destroy(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.withdrawConsent(ctx.viewer.act())
    return done(ctx, 'visitors.consent.withdrawn', {}, `${ctx.site.path}/visitors`)
  }
}
