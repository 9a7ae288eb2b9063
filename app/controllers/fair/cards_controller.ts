import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { linkedStands } from '#models/fair/linked_stands'
import FairPolicy from '#policies/fair/fair_policy'

/** What each company is handed: its secret link, to scan or to type. */
export default class CardsController {
  async index({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/cards/index', { cards: await linkedStands(fair), origin: appUrl })
  }

  async show({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
    return view.render('pages/fair/cards/show', { cards: await linkedStands(fair, stand.id), stand, origin: appUrl })
  }
}
