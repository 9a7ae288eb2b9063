import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import type { AnnouncementValues } from '#models/fair/fair/announcing'
import { announcementLines } from '#models/fair/announcement_board'
import FairPolicy from '#policies/fair/fair_policy'
import { done, doneBack } from '#services/answers'
import { allow } from '#start/limiter'
import { announcementValidator } from '#validators/fair/announcement'
import { asId, asPage } from '#validators/filters'

/** What the organiser says to everybody, to a queue, or to one person. */
export default class AnnouncementsController {
  async index({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const [announcements, stands] = await Promise.all([
      announcementLines(fair.id, { page: asPage(request.input('page')) }, DateTime.now()),
      fair.related('stands').query().orderByRaw('name collate "fr-x-icu"').select('id', 'name'),
    ])
    return view.render('pages/fair/announcements/index', { announcements, stands, standId: asId(request.input('stand')) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const values = (await ctx.request.validateUsing(announcementValidator)) as AnnouncementValues
    await allow('announcement', ctx.viewer.user!.id)
    await ctx.fair.announce(values, ctx.viewer.act())
    return doneBack(ctx, 'control.announcements.made', {}, `${ctx.fair.path}/announcements`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const announcement = await ctx.fair.related('announcements').query().where('id', ctx.params.id).firstOrFail()
    await announcement.withdraw(ctx.viewer.act())
    return done(ctx, 'control.announcements.withdrawn', {}, `${ctx.fair.path}/announcements`)
  }
}
