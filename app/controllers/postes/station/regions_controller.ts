import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { stationView } from '#models/postes/station_view'
import { fragment } from '#services/fragment'
import { leaseKey } from '#services/leases'

export default class RegionsController {
  async show(ctx: HttpContext) {
    return fragment(ctx, 'pages/postes/stations/_screen', { ...(await stationView(ctx.standing, DateTime.now())), leaseKey: leaseKey() })
  }
}
