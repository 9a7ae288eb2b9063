import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Exception } from '@adonisjs/core/exceptions'
import Station from '#models/postes/station'
import { isForeign } from '#services/origins'
import { stationIn } from '#services/station_cookie'
import { speak } from '#services/speech'
import type { KnownStation } from '#services/stations'

/**
 * Only for the browser of a poste, or the program beside it, as `ctx.standing`. Its page stays open for weeks, so its forms carry no
 * token: that they come from a page of ours is what is asked. With `row`, the station itself, as `ctx.station`; `mute`, what is
 * answered holds no words.
 */
export default class StationMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { row = false, mute = false } = {}) {
    if (ctx.request.method() !== 'GET' && isForeign(ctx.request))
      throw new Exception('Not from here', { status: 403, code: 'E_FOREIGN_ORIGIN' })
    const standing = stationIn(ctx)
    if (!standing) throw new Exception('This is no station', { status: 403, code: 'E_NO_STATION' })
    ctx.standing = standing
    if (!ctx.i18n && !mute) speak(ctx)
    if (row) ctx.station = await Station.findOrFail(standing.id)
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    standing: KnownStation
    station: Station
  }
}
