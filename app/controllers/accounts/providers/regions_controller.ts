import type { HttpContext } from '@adonisjs/core/http'
import Provider from '#models/accounts/provider'
import Step from '#models/accounts/step'
import { fragment } from '#services/fragment'

export default class RegionsController {
  async show(ctx: HttpContext) {
    const provider = await Provider.findByOrFail('user_id', ctx.viewer.user!.id)
    return fragment(ctx, 'pages/accounts/providers/_profile', { provider, steps: await Step.of(provider) })
  }
}
