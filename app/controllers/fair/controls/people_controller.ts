import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { fragment } from '#services/fragment'
import { asWords } from '#validators/filters'

/** Somebody looked for from the control room, as one types. */
export default class PeopleController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const words = asWords(ctx.request.input('q'))
    return fragment(ctx, 'pages/fair/controls/_found', { words, people: await ctx.fair.findPeople(words) })
  }
}
