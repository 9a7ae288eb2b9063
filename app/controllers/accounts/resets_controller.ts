import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { askReset, reset, resetLink } from '#models/accounts/reset'
import { done, goTo } from '#services/answers'
import { allow, guesses } from '#start/limiter'
import { loginValidator, resetValidator } from '#validators/accounts/profile'

/** A forgotten password: asked for by a form, mailed, and replaced by a second form, whose address loses the secret when it is sent. */
export default class ResetsController {
  async create({ view }: HttpContext) {
    return view.render('pages/accounts/resets/create')
  }

  async store(ctx: HttpContext) {
    const { email } = await ctx.request.validateUsing(loginValidator)
    await allow('letter', ctx.request.ip())
    await askReset(email, ctx.viewer.act())
    return goTo(ctx, '/compte/resets')
  }

  async index({ view }: HttpContext) {
    return view.render('pages/accounts/resets/index')
  }

  /** `/compte/resets/current` is the same form after a mistake: the session knows which link it is. */
  async show(ctx: HttpContext) {
    const { token } = ctx.params
    const { user } = await open(ctx, token === 'current' ? undefined : token)
    return ctx.view.render('pages/accounts/resets/show', { user, token })
  }

  async update(ctx: HttpContext) {
    const { link, user } = await open(ctx, ctx.request.input('token'))
    ctx.session.put('reset', link.id)
    const { password } = await ctx.request.validateUsing(resetValidator, { meta: { identity: user } })
    await reset(link, password, ctx.viewer.act())
    ctx.session.forget('reset')
    ctx.session.flash({ email: user.email })
    return done(ctx, 'accounts.resets.done', {}, '/compte/sign-ins/create')
  }
}

function open({ request, session }: HttpContext, token: unknown) {
  const secret = typeof token === 'string' && token !== 'current' ? token : Number(session.get('reset', 0))
  return guesses(request.ip(), () => resetLink(secret, DateTime.now()))
}
