import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import FairPolicy from '#policies/fair/fair_policy'

/** What is hung at each stand: its code opens the stand's public page. */
export default class PostersController {
  async index({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const stands = await fair.related('stands').query().orderByRaw('name collate "fr-x-icu", id')
    return view.render('pages/fair/posters/index', { stands, origin: appUrl })
  }

  async show({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
    return view.render('pages/fair/posters/show', { stand, origin: appUrl })
  }
}
