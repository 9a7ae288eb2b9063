import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'

export default class StationsController {
  /** What stands there stands nowhere any more. */
  async destroy(ctx: HttpContext) {
    const { site, params } = ctx
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const poste = await site.related('postes').query().where('id', params.id).firstOrFail()
    const station = await poste.related('stations').query().where('id', params.station).whereNull('revoked_at').firstOrFail()
    await poste.unpair(ctx.viewer.act(), station.kind)
    return done(ctx, 'sites.stations.revoked', { poste: poste.name }, `${site.path}/postes/${poste.id}`)
  }
}
