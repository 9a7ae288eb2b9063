import type { HttpContext } from '@adonisjs/core/http'
import { visitorChoices } from '#models/postes/visitor_list'
import SitePolicy from '#policies/postes/site_policy'
import { asWords } from '#validators/filters'

/** Somebody looked for in another form, as one types. `later`: for a time to come, so that who is there now may be chosen. */
export default class ChoicesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const words = asWords(ctx.request.input('q'))
    const later = ctx.request.input('later') === '1'
    return ctx.view.render('pages/postes/visitors/_choices', { words, later, choices: await visitorChoices(ctx.site, words) })
  }
}
