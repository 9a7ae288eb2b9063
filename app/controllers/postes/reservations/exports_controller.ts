import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { reservationDay } from '#models/postes/reservation_day'
import type { ReservationLine } from '#models/postes/reservation_list'
import type Site from '#models/postes/site'
import SitePolicy from '#policies/postes/site_policy'
import { type Column, streamCsv } from '#services/csv'
import { dayFilters } from '#validators/postes/filters'

const PLACE: Column<ReservationLine>[] = [
  { title: 'usage.columns.id', kind: 'number', of: (row) => row.id },
  { title: 'reservations.fields.from', kind: 'moment', of: (row) => row.startsAt },
  { title: 'reservations.fields.until', kind: 'moment', of: (row) => row.endsAt },
  { title: 'usage.columns.poste', of: (row) => row.poste },
  { title: 'usage.columns.state', of: (row, t) => t(`reservations.states.${row.outcome ?? 'waiting'}`) },
  { title: 'usage.columns.guest', kind: 'number', of: (row) => row.guest },
]

/** Only where people are known by name. */
const PERSON: Column<ReservationLine>[] = [
  { title: 'usage.columns.visitor', of: (row) => row.visitor },
  { title: 'reservations.fields.phone', of: (row) => row.phone },
]

export default class ExportsController {
  async show(ctx: HttpContext) {
    const { site, bouncer, viewer, request, i18n } = ctx
    await bouncer.with(SitePolicy).authorize('work', site)
    await site.tellTaken('postes.reservations.exported', viewer.act())
    const { iso, reservations } = await reservationDay(site, dayFilters(request).day || null, DateTime.now())
    return streamCsv(ctx, i18n.t('reservations.file', { site: site.name, day: iso }), columnsOf(site), rowsOf(reservations))
  }
}

function columnsOf(site: Site) {
  return site.isIdentified ? [...PLACE, ...PERSON] : PLACE
}

async function* rowsOf(reservations: ReservationLine[]) {
  yield* reservations
}
