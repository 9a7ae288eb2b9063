import type { HttpContext } from '@adonisjs/core/http'
import { localPath } from '#services/answers'
import { signUp } from '#services/signing_up'
import { candidateValidator } from '#validators/accounts/user'

export default class CandidatesController {
  async create({ view, request }: HttpContext) {
    return view.render('pages/accounts/sign_ups/candidate', { next: localPath(request.input('next')) })
  }

  async store(ctx: HttpContext) {
    const values = await ctx.request.validateUsing(candidateValidator)
    return signUp(ctx, values, (user, own) => user.grant({ role: 'candidate' }, own))
  }
}
