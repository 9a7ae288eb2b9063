import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { claimed } from '#models/postes/claims'
import { done } from '#services/answers'

/** "C'est moi": the person says so, signed in, whatever their address. */
export default class ClaimsController {
  async show(ctx: HttpContext) {
    const { visitor } = await remembered(ctx)
    return ctx.view.render('pages/postes/my_registrations/claim', { visitor, site: visitor.site })
  }

  async store(ctx: HttpContext) {
    const { visitor } = await remembered(ctx)
    await visitor.claim(ctx.viewer.user!, ctx.viewer.act())
    ctx.session.forget('visitor_claim')
    return done(ctx, 'visitors.mine.linked', { site: visitor.site.name }, '/compte/postes')
  }
}

function remembered({ session }: HttpContext) {
  return claimed(Number(session.get('visitor_claim', 0)), DateTime.now())
}
