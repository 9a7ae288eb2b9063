import type { HttpContext } from '@adonisjs/core/http'
import { controlRoomOf } from '#models/fair/control_room'
import FairPolicy from '#policies/fair/fair_policy'
import { fragment } from '#services/fragment'
import { controlFilters } from '#validators/fair/filters'

export default class RegionsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    return fragment(ctx, 'pages/fair/controls/_room', await controlRoomOf(ctx.fair, controlFilters(ctx.request)))
  }
}
