import type { HttpContext } from '@adonisjs/core/http'
import Provider from '#models/accounts/provider'
import { doneBack } from '#services/answers'
import { changesValidator } from '#validators/accounts/organisation'

/** Refused, it is shown to the moderators again. */
export default class SubmissionsController {
  async store(ctx: HttpContext) {
    const provider = await Provider.findByOrFail('user_id', ctx.viewer.user!.id)
    const { changes } = await ctx.request.validateUsing(changesValidator)
    await provider.resubmit(changes, ctx.viewer.act())
    return doneBack(ctx, 'organisations.resubmitted', {}, provider.path)
  }
}
