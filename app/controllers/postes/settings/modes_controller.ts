import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { modeValidator } from '#validators/postes/site'

/** Whether people are asked who they are. */
export default class ModesController {
  async edit({ view, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    return view.render('pages/postes/settings/modes/edit')
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const { mode } = await ctx.request.validateUsing(modeValidator)
    await ctx.site.changeMode(mode, ctx.viewer.act())
    return done(ctx, `sites.modes.now.${mode}`, {}, `${ctx.site.path}/settings`)
  }
}
