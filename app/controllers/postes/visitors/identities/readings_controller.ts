import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { showOnce, visitorAt } from '#services/visitors'

/** The number of a document, for the next page of this browser only. */
export default class ReadingsController {
  async store(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    showOnce(ctx, visitor, await visitor.readNumber(ctx.viewer.act()))
    return done(ctx, 'visitors.identity.read_told', {}, visitor.pathAt(ctx.site))
  }
}
