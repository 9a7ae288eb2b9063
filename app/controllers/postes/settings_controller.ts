import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { siteSetup } from '#models/postes/site_setup'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { ruleValues } from '#validators/postes/site'

/** What an administrator decides of a site. */
export default class SettingsController {
  async show({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    return view.render('pages/postes/settings/show', await siteSetup(site, DateTime.now()))
  }

  async edit({ view, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    return view.render('pages/postes/settings/edit')
  }

  async update(ctx: HttpContext) {
    const { site, viewer } = ctx
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const values = await ruleValues(ctx.request)
    await site.configure({ ...values, mode: site.mode, keepsNumbers: site.isIdentified && values.keepsNumbers }, viewer.act())
    return done(ctx, 'sites.settings.saved', {}, `${site.path}/settings`)
  }
}
