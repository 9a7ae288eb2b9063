import type { HttpContext } from '@adonisjs/core/http'
import type { Met } from '#models/fair/stand/noting'
import StandPolicy from '#policies/fair/stand_policy'
import { type Column, streamCsv } from '#services/csv'

const COLUMNS: Column<Met>[] = [
  { title: 'fair.exports.family_name', of: (row) => row.family_name },
  { title: 'fair.exports.given_name', of: (row) => row.given_name },
  { title: 'desk.exports.met_at', kind: 'moment', of: (row) => row.started_at },
  { title: 'desk.exports.minutes', kind: 'number', of: (row) => row.minutes },
  { title: 'desk.exports.interest', kind: 'number', of: (row) => row.interest },
  { title: 'desk.exports.note', of: (row) => row.text },
]

/** The people whom the stand met, with what it noted of them, as a file for the stand alone. */
export default class ExportsController {
  async show(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('note', stand)
    await stand.tellNotesTaken(ctx.viewer.act(stand))
    return streamCsv(ctx, ctx.i18n.t('desk.exports.file', { stand: stand.name }), COLUMNS, stand.allMet())
  }
}
