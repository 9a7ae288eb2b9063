import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { interviewsToday } from '#models/fair/hours'
import FairPolicy from '#policies/fair/fair_policy'
import { fragment } from '#services/fragment'

export default class HoursController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    return fragment(ctx, 'pages/fair/controls/_hours', { hours: await interviewsToday(ctx.fair.id, DateTime.now()) })
  }
}
