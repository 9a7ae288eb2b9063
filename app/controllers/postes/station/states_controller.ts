import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { stationView } from '#models/postes/station_view'
import { leaseKey } from '#services/leases'

export default class StatesController {
  /** What the screen shows, for a program. */
  async show({ standing, response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    return { ...(await stationView(standing, DateTime.now())), leaseKey: leaseKey() }
  }
}
