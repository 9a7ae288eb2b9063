import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskWall } from '#models/postes/wall'
import SitePolicy from '#policies/postes/site_policy'

/** The screen that calls those who wait. */
export default class WallsController {
  async show({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('watch', site)
    return view.render('pages/postes/walls/show', { wall: await deskWall(site, DateTime.now()) })
  }
}
