import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { done } from '#services/answers'
import { visitorAt } from '#services/visitors'

/** By which somebody links their sheet to their account, on their own phone: given, printed, taken back. */
export default class LinksController {
  async show(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    const given = await visitor.currentClaim(DateTime.now())
    return ctx.view.render('pages/postes/visitors/links/show', { visitor, given, address: given && new URL(given.path, appUrl).href })
  }

  async store(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.giveClaim(ctx.viewer.act())
    return done(ctx, 'visitors.link.stored', {}, `${visitor.pathAt(ctx.site)}/link`)
  }

  async destroy(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.revokeClaim(ctx.viewer.act())
    return done(ctx, 'visitors.link.destroyed', {}, `${visitor.pathAt(ctx.site)}/link`)
  }
}
