import type { HttpContext } from '@adonisjs/core/http'
import { postesConfig } from '#config/postes'
import { settings } from '#services/settings'

/** What a site keeps of those who come, and what they may ask: for everybody, on a screen or on paper. */
export default class NoticesController {
  async show({ view }: HttpContext) {
    return view.render('pages/postes/notices/show', { kept: settings().retention, version: postesConfig.noticeVersion, today: new Date() })
  }
}
