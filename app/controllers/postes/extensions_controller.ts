import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { pendingExtensions } from '#models/postes/desk_grid'
import Extension from '#models/postes/extension'
import PosteSession from '#models/postes/poste_session'
import SitePolicy from '#policies/postes/site_policy'
import { done, goTo, returnPath } from '#services/answers'
import { answerValidator } from '#validators/postes/counter'

/** What a visitor asks for, and what the desk answers. */
export default class ExtensionsController {
  async edit(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const extension = await Extension.query()
      .where('id', ctx.params.id)
      .whereIn('poste_session_id', ctx.site.related('sessions').query().select('id'))
      .firstOrFail()
    const asked = (await pendingExtensions(ctx.site, DateTime.now())).find(({ id }) => id === extension.id)
    return asked ? ctx.view.render('pages/postes/extensions/edit', { asked }) : goTo(ctx, `${ctx.site.path}/desk`)
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await PosteSession.query()
      .where('site_id', ctx.site.id)
      .whereIn('id', Extension.query().where('id', ctx.params.id).select('poste_session_id'))
      .firstOrFail()
    const { answer, sentence } = await ctx.request.validateUsing(answerValidator)
    await session.answerExtension(ctx.params.id, answer === 'accepted', ctx.viewer.act(), sentence ?? null)
    const [desk, from] = [`${ctx.site.path}/desk`, returnPath(ctx)]
    // The desk as it was, with the poste that was unfolded there.
    return done(ctx, `counter.done.${answer}`, {}, from?.startsWith(desk) ? from : desk)
  }
}
