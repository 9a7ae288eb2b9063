import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { claimed } from '#models/postes/claims'
import { goTo } from '#services/answers'
import { guesses } from '#start/limiter'

/** The link that a desk gave: opening it shows a button, and the button leads to a page whose address holds no secret. */
export default class ClaimsController {
  async show(ctx: HttpContext) {
    const { visitor } = await open(ctx)
    return ctx.view.render('pages/postes/claims/show', { site: visitor.site })
  }

  async store(ctx: HttpContext) {
    const { link } = await open(ctx)
    ctx.session.put('visitor_claim', link.id)
    return goTo(ctx, '/compte/postes/claim')
  }
}

function open({ request, params }: HttpContext) {
  return guesses(request.ip(), () => claimed(params.token, DateTime.now()))
}
