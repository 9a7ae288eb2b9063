import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { wallOf } from '#models/fair/wall'
import FairPolicy from '#policies/fair/fair_policy'

/** The screen in the hall: those who are called. */
export default class WallsController {
  async show({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('watch', fair)
    return view.render('pages/fair/walls/show', { wall: await wallOf(fair, DateTime.now()), address: new URL(fair.path, appUrl).href })
  }
}
