import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { newcomers } from '#models/postes/newcomers'
import SitePolicy from '#policies/postes/site_policy'

export default class RegionsController {
  async index({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    return view.render('pages/postes/newcomers/_list', { newcomers: await newcomers(DateTime.now()) })
  }
}
