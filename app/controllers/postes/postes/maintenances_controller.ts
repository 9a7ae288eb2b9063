import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'
import { maintenanceValidator } from '#validators/postes/counter'

/** A poste that is not lent for a while. */
export default class MaintenancesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    const { maintenance } = await ctx.request.validateUsing(maintenanceValidator)
    await poste.maintain(maintenance || null, ctx.viewer.act())
    return doneBack(ctx, 'counter.done.maintained', { poste: poste.name }, `${ctx.site.path}/desk`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    await poste.endMaintenance(ctx.viewer.act())
    return doneBack(ctx, 'counter.done.maintenance_ended', { poste: poste.name }, `${ctx.site.path}/desk`)
  }
}
