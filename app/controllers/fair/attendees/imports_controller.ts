import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { attendeeImport } from '#models/fair/attendee_import'
import Import from '#models/files/import'
import FairPolicy from '#policies/fair/fair_policy'
import { done, goTo } from '#services/answers'
import { sentSheet, shownAs } from '#services/csv/sheet_form'
import { allow } from '#start/limiter'
import { attendeeSheet } from '#validators/fair/attendee_sheet'
import { importFilters } from '#validators/files/filters'

/** A file of people: sent, looked at, confirmed or not. */
export default class ImportsController {
  async create({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/attendees/imports/create', { sheet: attendeeSheet })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await allow('import', ctx.viewer.user!.id)
    const { file, reading } = await sentSheet(ctx, attendeeSheet)
    const staged = await Import.stage(attendeeImport(ctx.fair), file, reading, ctx.viewer.act())
    return goTo(ctx, `${ctx.fair.path}/attendees/imports/${staged.id}`)
  }

  async show({ view, request, params, fair, bouncer, i18n }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const staged = await fair.related('imports').query().where({ id: params.id, kind: 'attendees' }).firstOrFail()
    const preview = await staged.preview(importFilters(request), DateTime.now())
    return view.render('pages/fair/attendees/imports/show', {
      staged,
      preview: { ...preview, ...shownAs(staged.headers, attendeeSheet, i18n) },
    })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const staged = await ctx.fair.related('imports').query().where({ id: ctx.params.id, kind: 'attendees' }).firstOrFail()
    await staged.cancel(ctx.viewer.act())
    return done(ctx, 'files.imports.cancelled', {}, `${ctx.fair.path}/attendees/imports/create`)
  }
}
