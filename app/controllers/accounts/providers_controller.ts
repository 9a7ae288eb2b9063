import type { HttpContext } from '@adonisjs/core/http'
import Provider from '#models/accounts/provider'
import Step from '#models/accounts/step'
import { done } from '#services/answers'
import { providerValidator } from '#validators/accounts/organisation'

/** One's own profile of a provider. */
export default class ProvidersController {
  async show({ view, viewer }: HttpContext) {
    const provider = await Provider.findBy('user_id', viewer.user!.id)
    if (!provider) return view.render('pages/accounts/providers/create')
    const [steps, filed] = await Promise.all([Step.of(provider), viewer.user!.filed('proof')])
    return view.render('pages/accounts/providers/show', { provider, steps, filed })
  }

  async store(ctx: HttpContext) {
    const provider = await Provider.register(ctx.viewer.user!, await ctx.request.validateUsing(providerValidator), ctx.viewer.act())
    return done(ctx, 'organisations.providers.registered', {}, provider.path)
  }

  async edit({ view, viewer }: HttpContext) {
    return view.render('pages/accounts/providers/edit', { provider: await Provider.findByOrFail('user_id', viewer.user!.id) })
  }

  async update(ctx: HttpContext) {
    const provider = await Provider.findByOrFail('user_id', ctx.viewer.user!.id)
    await provider.describe(await ctx.request.validateUsing(providerValidator), ctx.viewer.act())
    return done(ctx, 'organisations.providers.described', {}, provider.path)
  }
}
