import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/core'
import { samples } from '#config/letters'
import { LOCALES } from '#config/instance'
import { preview } from '#services/letters'
import { asOneOf } from '#validators/filters'

/** A template with the values of its sample. */
export default class TemplatesController {
  async show({ view, request, params, i18n }: HttpContext) {
    const template = `${params.domain}/${params.name}`
    if (!Object.hasOwn(samples, template)) throw new errors.E_ROUTE_NOT_FOUND(['GET', request.url()])
    const locale = asOneOf(request.input('locale') ?? i18n.locale, LOCALES)
    const mail = await preview({ template, locale, ...samples[template] })
    return view.render('pages/messaging/mails/template', { mail, locale, locales: LOCALES, here: request.url() })
  }
}
