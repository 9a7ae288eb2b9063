import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'
import { wordsValidator } from '#validators/postes/station'

/** Words for the screen of a poste, and those that came from it. */
export default class MessagesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    const { words } = await ctx.request.validateUsing(wordsValidator)
    await poste.say('desk', words, ctx.viewer.act())
    return doneBack(ctx, 'counter.done.told', { poste: poste.name }, `${ctx.site.path}/desk`)
  }

  /** Read. */
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).firstOrFail()
    await poste.readMessage(ctx.params.message, 'desk', ctx.viewer.act())
    return doneBack(ctx, 'counter.done.read', {}, `${ctx.site.path}/desk`)
  }
}
