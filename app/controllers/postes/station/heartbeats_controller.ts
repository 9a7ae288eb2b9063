import type { HttpContext } from '@adonisjs/core/http'
import { streams } from '#services/live_streams'
import { ear } from '#services/stations'
import { beatOf } from '#validators/postes/beat'

export default class HeartbeatsController {
  /** Every ten seconds, from each: kept in memory, and answered from it. */
  async store({ request, response, standing }: HttpContext) {
    const { since, ...beat } = beatOf(request)
    const at = new Date()
    ear.hear({ stationId: standing.id, at, ...beat, address: request.ip().split('%')[0] })
    return response.ok({ now: at.getTime(), changed: streams.wasTold(`postes/${standing.posteId}`, since) })
  }
}
