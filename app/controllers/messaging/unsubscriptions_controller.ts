import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import { effectOf, isUnsubscribed, unsubscribe } from '#models/messaging/unsubscription'
import { readUnsubscription } from '#models/mixins/unsubscribing'
import { goTo } from '#services/answers'

/** The way out that every mail has, for its reader and for their mail program (RFC 8058). */
export default class UnsubscriptionsController {
  async show({ view, params }: HttpContext) {
    const which = whichOf(params.token)
    return view.render('pages/messaging/unsubscriptions/show', {
      kind: which.kind,
      effect: effectOf(which),
      isDone: await isUnsubscribed(which),
    })
  }

  /** A program is not redirected: it would not follow. */
  async store(ctx: HttpContext) {
    await unsubscribe(whichOf(ctx.params.token), ctx.viewer.act())
    return ctx.request.input('page') ? goTo(ctx, ctx.request.url()) : ctx.response.status(200).send('')
  }
}

function whichOf(token: string) {
  const which = readUnsubscription(token)
  if (!which) throw new errors.E_ROW_NOT_FOUND()
  return which
}
