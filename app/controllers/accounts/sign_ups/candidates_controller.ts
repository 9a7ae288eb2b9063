import type { HttpContext } from '@adonisjs/core/http'
import { localPath } from '#services/answers'
import { placesToClaim, rememberClaim } from '#services/claiming'
import { signUp } from '#services/signing_up'
import { candidateValidator } from '#validators/accounts/user'

export default class CandidatesController {
  async create({ view, request, viewer }: HttpContext) {
    const places = await placesToClaim(viewer)
    return view.render('pages/accounts/sign_ups/candidate', { next: localPath(request.input('next')), places, known: places[0] })
  }

  async store(ctx: HttpContext) {
    const { claim = false, ...values } = await ctx.request.validateUsing(candidateValidator)
    if (claim) await rememberClaim(ctx, values.email)
    return signUp(ctx, values, (user, own) => user.grant({ role: 'candidate' }, own))
  }
}
