import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { fairsOfTheWeek } from '#models/fair/fair_list'

export default class HomeController {
  async index({ view }: HttpContext) {
    return view.render('pages/home', { fairs: await fairsOfTheWeek(DateTime.now()) })
  }
}
