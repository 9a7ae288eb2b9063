import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'
import { goTo, wantsJson } from '#services/answers'
import { typed } from '#services/drafts'

/**
 * Does something that may be refused once and done all the same: a person is led to the page that asks, with what they typed;
 * a program is told the refusal.
 * @param sentence of the refusal
 * @param page local path
 */
export async function orAsk(ctx: HttpContext, sentence: string, page: string, work: () => Promise<unknown>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.sentence !== sentence || wantsJson(ctx)) throw error
    ctx.session.flash(typed(ctx.request.body()))
    return goTo(ctx, page)
  }
}
