import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf } from '#models/postes/desk'
import { sheetOf } from '#models/postes/session_sheet'
import { visitorChoices } from '#models/postes/visitor_list'
import SitePolicy from '#policies/postes/site_policy'
import { done, doneBack, wantsJson } from '#services/answers'
import { lendingValidator, sentenceValidator } from '#validators/postes/counter'
import { lendingFilters } from '#validators/postes/filters'
import { asId } from '#validators/filters'

/** The poste sessions of a site, one at a time. */
export default class SessionsController {
  async create({ view, request, session, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = lendingFilters(request)
    const [desk, choices] = await Promise.all([
      deskOf(site, DateTime.now()),
      visitorChoices(site, filters.search, asId(session.flashMessages.get('visitorId'))),
    ])
    return view.render('pages/postes/sessions/create', { desk, choices, words: filters.search, filters })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const { visitorId = null, posteId, minutes, other, started } = await ctx.request.validateUsing(lendingValidator)
    const wanted = { visitorId, posteId, minutes: other ?? minutes ?? ctx.site.defaultMinutes, started }
    const session = await ctx.site.lend(wanted, ctx.viewer.act())
    const { id, code } = session
    if (wantsJson(ctx)) return ctx.response.ok({ id, code, posteId: session.posteId, expiresAt: session.codeExpiresAt.toISO() })
    const base = ctx.site.path
    return started
      ? done(ctx, 'counter.done.started', {}, `${base}/desk`)
      : done(ctx, 'counter.done.issued', {}, `${base}/sessions/${id}/code`)
  }

  async show({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const session = await site.related('sessions').query().where('id', params.id).firstOrFail()
    return view.render('pages/postes/sessions/show', { sheet: await sheetOf(session, DateTime.now()) })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    const { sentence } = await ctx.request.validateUsing(sentenceValidator)
    await session.end('desk', ctx.viewer.act(), sentence ?? null)
    return doneBack(ctx, 'counter.done.ended', {}, `${ctx.site.path}/desk`)
  }
}
