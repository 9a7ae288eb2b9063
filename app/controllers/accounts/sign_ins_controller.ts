import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { done, goTo, localPath } from '#services/answers'
import { hasDraft } from '#services/drafts'
import { enter, recognise } from '#services/entering'
import { onward } from '#services/landing'
import { signInValidator } from '#validators/accounts/user'
import { asPage } from '#validators/filters'

export default class SignInsController {
  async index({ view, viewer, request }: HttpContext) {
    const now = DateTime.now()
    const [open, past] = await Promise.all([viewer.user!.openSignIns(now), viewer.user!.pastSignIns(now, asPage(request.input('page')))])
    return view.render('pages/accounts/sign_ins/index', { open, past, now })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/sign_ins/create', { next: localPath(ctx.request.input('next')), hasDraft: hasDraft(ctx) })
  }

  async store(ctx: HttpContext) {
    const { email, password, remember } = await ctx.request.validateUsing(signInValidator)
    const user = await recognise(ctx, email, password)
    if (!user) throw new Refusal('accounts.refusals.unknown', {}, { status: 422, field: 'email' })
    await enter(ctx, user, { remember })
    return goTo(ctx, await onward(ctx))
  }

  async destroy(ctx: HttpContext) {
    await ctx.viewer.user?.signIn?.end(ctx.viewer.act())
    await ctx.auth.use('web').logout()
    ctx.session.clear()
    ctx.session.put('left', true)
    ctx.session.regenerate()
    return done(ctx, 'accounts.sign_ins.ended', {}, '/')
  }
}
