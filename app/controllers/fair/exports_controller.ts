import type { HttpContext } from '@adonisjs/core/http'
import { FILES } from '#controllers/fair/exports/columns'
import type { Taken } from '#models/fair/fair/exporting'
import FairPolicy from '#policies/fair/fair_policy'

/** The lists of a fair as files. */
export default class ExportsController {
  async index({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const files = Object.entries(FILES).map(([name, { titles }]) => ({ name, titles }))
    return view.render('pages/fair/exports/index', { files })
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const file = ctx.params.file as Taken
    await ctx.fair.tellTaken(file, ctx.viewer.act())
    return FILES[file].send(ctx, ctx.i18n.t(`control.exports.names.${file}`, { fair: ctx.fair.name }))
  }
}
