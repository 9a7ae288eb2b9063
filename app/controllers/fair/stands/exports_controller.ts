import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { type Column, streamCsv } from '#services/csv'
import { type StandCells, standSheet } from '#validators/fair/stand_sheet'

/** The columns of an import: what goes out comes back, and an empty list is a model to fill in. */
const COLUMNS: Column<StandCells>[] = standSheet.columns.map(({ name, title, number }) => {
  return { title, kind: number ? 'number' : 'text', of: (stand) => stand[name] }
})

export default class ExportsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const name = ctx.i18n.t('fair.exports.stands', { fair: ctx.fair.name })
    return streamCsv(ctx, name, COLUMNS, ctx.fair.allStands())
  }
}
