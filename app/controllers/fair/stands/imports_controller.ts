import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { standImport } from '#models/fair/stand_import'
import Import from '#models/files/import'
import FairPolicy from '#policies/fair/fair_policy'
import { done, goTo } from '#services/answers'
import { sentSheet, shownAs } from '#services/csv/sheet_form'
import { allow } from '#start/limiter'
import { importFilters } from '#validators/files/filters'
import { standSheetOf } from '#validators/fair/stand_sheet'

/** A file of stands: sent, looked at, confirmed or not. */
export default class ImportsController {
  async create({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/stands/imports/create', { sheet: standSheetOf(fair.defaultSlots) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await allow('import', ctx.viewer.user!.id)
    const { file, reading } = await sentSheet(ctx, standSheetOf(ctx.fair.defaultSlots))
    const staged = await Import.stage(standImport(ctx.fair), file, reading, ctx.viewer.act())
    return goTo(ctx, `${ctx.fair.path}/stands/imports/${staged.id}`)
  }

  async show({ view, request, params, fair, bouncer, i18n }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const staged = await fair.related('imports').query().where({ id: params.id, kind: 'stands' }).firstOrFail()
    const preview = await staged.preview(importFilters(request), DateTime.now())
    return view.render('pages/fair/stands/imports/show', {
      staged,
      preview: { ...preview, ...shownAs(staged.headers, standSheetOf(fair.defaultSlots), i18n) },
    })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const staged = await ctx.fair.related('imports').query().where({ id: ctx.params.id, kind: 'stands' }).firstOrFail()
    await staged.cancel(ctx.viewer.act())
    return done(ctx, 'files.imports.cancelled', {}, `${ctx.fair.path}/stands/imports/create`)
  }
}
