import type { HttpContext } from '@adonisjs/core/http'
import { termsVersion } from '#config/terms'
import { register } from '#models/accounts/registration'
import { done, localPath } from '#services/answers'
import { enter } from '#services/entering'
import { onward } from '#services/landing'
import { allow } from '#start/limiter'
import { registrationValidator } from '#validators/accounts/user'

export default class UsersController {
  async create({ view, request }: HttpContext) {
    return view.render('pages/accounts/users/create', { next: localPath(request.input('next')) })
  }

  async store(ctx: HttpContext) {
    const values = await ctx.request.validateUsing(registrationValidator)
    await allow('registration', ctx.request.ip())
    const user = await register(values, termsVersion, ctx.viewer.act())
    await enter(ctx, user)
    return done(ctx, 'accounts.users.registered', { name: user.givenName }, await onward(ctx))
  }
}
