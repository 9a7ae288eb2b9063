import type { HttpContext } from '@adonisjs/core/http'
import { goTo, returnPath } from '#services/answers'
import { preferencesValidator } from '#validators/accounts/user'
import { pressed } from '#validators/pressed'

/** Language and theme: kept with the account, or in the browser of a visitor. */
export default class PreferencesController {
  async edit({ view }: HttpContext) {
    return view.render('pages/accounts/preferences/edit')
  }

  async update(ctx: HttpContext) {
    const { locale, theme } = await pressed(ctx.request.validateUsing(preferencesValidator))
    const { user } = ctx.viewer
    if (locale) ctx.response.plainCookie('lang', locale, { encode: false, maxAge: '365d', httpOnly: true })
    if (theme) ctx.response.plainCookie('theme', theme, { encode: false, maxAge: '365d', httpOnly: true })
    await user?.merge({ ...(locale && { locale }), ...(theme && { theme: theme === 'system' ? null : theme }) }).save()
    return goTo(ctx, returnPath(ctx) ?? '/')
  }
}
