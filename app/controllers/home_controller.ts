import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { fairsOfTheWeek } from '#models/fair/fair_list'
import { siteCards } from '#models/postes/site_list'

export default class HomeController {
  async index({ view }: HttpContext) {
    const now = DateTime.now()
    const [fairs, sites] = await Promise.all([fairsOfTheWeek(now), siteCards(now)])
    return view.render('pages/home', { fairs, sites })
  }
}
