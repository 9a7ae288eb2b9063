import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { hashOf } from '#models/accounts/secret_link'
import Station from '#models/postes/station'
import { stationView } from '#models/postes/station_view'
import { leaseKey } from '#services/leases'
import { keepStation, stationIn, stationToken } from '#services/station_cookie'

export default class StationsController {
  /** The screen of a poste; in a browser that stands nowhere, how to tell it where. */
  async show(ctx: HttpContext) {
    const token = stationToken(ctx)
    const standing = stationIn(ctx)
    if (standing) {
      keepStation(ctx, token!)
      return ctx.view.render('pages/postes/stations/show', { ...(await stationView(standing, DateTime.now())), leaseKey: leaseKey() })
    }
    const asking =
      token && (await Station.query().where('token_hash', hashOf(token)).whereNull('revoked_at').whereNull('paired_at').first())
    return ctx.view.render('pages/postes/stations/create', { asking: asking || null })
  }
}
