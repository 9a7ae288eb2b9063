import type { HttpContext } from '@adonisjs/core/http'
import { mergeChoices } from '#models/postes/visitor_list'
import { done } from '#services/answers'
import { visitorAt } from '#services/visitors'
import { asId, asWords } from '#validators/filters'
import { mergeValidator } from '#validators/postes/visitor'
import { pressed } from '#validators/pressed'

/** Two sheets of one person become one. */
export default class MergesController {
  async create(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    const [words, otherId] = [asWords(ctx.request.input('q')), asId(ctx.request.input('other'))]
    const query = ctx.site.related('visitors').query().whereNull('anonymised_at').whereNot('id', visitor.id)
    const other = otherId ? await query.where('id', otherId).firstOrFail() : null
    return ctx.view.render('pages/postes/visitors/merges/create', {
      visitor,
      other,
      words,
      choices: other ? [] : await mergeChoices(ctx.site, visitor, words),
    })
  }

  async store(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    const { otherId } = await pressed(ctx.request.validateUsing(mergeValidator))
    await visitor.absorb(otherId, ctx.viewer.act())
    return done(ctx, 'visitors.merge.stored', {}, visitor.pathAt(ctx.site))
  }
}
