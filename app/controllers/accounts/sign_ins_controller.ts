import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'
import User from '#models/accounts/user'
import { done, goTo, localPath } from '#services/answers'
import { enter } from '#services/entering'
import { landing } from '#services/landing'
import { signInAttempts } from '#start/limiter'
import { signInValidator } from '#validators/accounts/user'

export default class SignInsController {
  async create({ view, request }: HttpContext) {
    return view.render('pages/accounts/sign_ins/create', { next: localPath(request.input('next')) })
  }

  async store(ctx: HttpContext) {
    const { email, password } = await ctx.request.validateUsing(signInValidator)
    const user = await signInAttempts(email, ctx.request.ip(), () => User.recognise(email, password))
    if (!user) throw new Refusal('accounts.refusals.unknown', {}, { status: 422, field: 'email' })
    await enter(ctx, user)
    return goTo(ctx, localPath(ctx.request.input('next')) ?? landing(ctx.viewer))
  }

  async destroy(ctx: HttpContext) {
    await ctx.viewer.user?.signIn?.end(ctx.viewer.act())
    await ctx.auth.use('web').logout()
    ctx.session.clear()
    ctx.session.regenerate()
    return done(ctx, 'accounts.sign_ins.ended', {}, '/')
  }
}
