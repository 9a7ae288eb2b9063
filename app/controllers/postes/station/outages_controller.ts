import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import PosteSession from '#models/postes/poste_session'
import { stationAct } from '#services/introducing'
import { readLease } from '#services/leases'
import { outageValidator } from '#validators/postes/station'

export default class OutagesController {
  /** A poste comes back from the dark, with the lease that ran on it: what could not be used is kept. */
  async store(ctx: HttpContext) {
    const { lease: signed, since } = await ctx.request.validateUsing(outageValidator)
    const lease = await readLease(signed)
    if (lease?.poste !== ctx.standing.posteId) return ctx.response.noContent()
    const session = await PosteSession.find(lease.session)
    if (session?.posteId === lease.poste) await session.cut(DateTime.fromMillis(since), stationAct(ctx))
    return ctx.response.noContent()
  }
}
