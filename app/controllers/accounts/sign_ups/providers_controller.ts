import type { HttpContext } from '@adonisjs/core/http'
import Provider from '#models/accounts/provider'
import { localPath } from '#services/answers'
import { signUp } from '#services/signing_up'
import { providerValidator } from '#validators/accounts/user'

export default class ProvidersController {
  async create({ view, request }: HttpContext) {
    return view.render('pages/accounts/sign_ups/provider', { next: localPath(request.input('next')) })
  }

  async store(ctx: HttpContext) {
    const { speciality, ...values } = await ctx.request.validateUsing(providerValidator)
    return signUp(ctx, values, (user, own) => Provider.register(user, { speciality }, own))
  }
}
