import type { HttpContext } from '@adonisjs/core/http'
import type { AttendeeRow } from '#models/fair/fair/rostering'
import FairPolicy from '#policies/fair/fair_policy'
import { type Column, streamCsv } from '#services/csv'
import { attendeeFilters } from '#validators/fair/filters'

const COLUMNS: Column<AttendeeRow>[] = [
  { title: 'fair.exports.family_name', of: (row) => row.family_name },
  { title: 'fair.exports.given_name', of: (row) => row.given_name },
  { title: 'fair.attendees.email', of: (row) => row.email },
  { title: 'fair.attendees.status', of: (row, t) => t(`fair.status.${row.status}`) },
  { title: 'fair.exports.inside', of: (row) => row.stand },
  { title: 'fair.attendees.queues', kind: 'number', of: (row) => row.waiting },
  { title: 'fair.controls.interviews', kind: 'number', of: (row) => row.passed },
  { title: 'fair.exports.arrived', kind: 'moment', of: (row) => row.created_at },
]

/** The people of the list, with its filters, as a file. */
export default class ExportsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.tellTaken('attendees', ctx.viewer.act())
    const name = ctx.i18n.t('fair.exports.attendees', { fair: ctx.fair.name })
    return streamCsv(ctx, name, COLUMNS, ctx.fair.allAttendees(attendeeFilters(ctx.request)))
  }
}
