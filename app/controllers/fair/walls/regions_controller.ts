import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { wallOf } from '#models/fair/wall'
import FairPolicy from '#policies/fair/fair_policy'
import { fragment } from '#services/fragment'

export default class RegionsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('watch', ctx.fair)
    return fragment(ctx, 'pages/fair/walls/_wall', { wall: await wallOf(ctx.fair, DateTime.now()) })
  }
}
