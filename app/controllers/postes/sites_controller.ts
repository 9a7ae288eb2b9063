import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { siteCards } from '#models/postes/site_list'
import { sitePage } from '#models/postes/site_page'
import SitePolicy from '#policies/postes/site_policy'
import { goTo } from '#services/answers'

/** What anybody may know of the sites. */
export default class SitesController {
  /** A list of one is that one; whoever works at one desk only is led there. */
  async index(ctx: HttpContext) {
    const { view, viewer } = ctx
    const sites = await siteCards(DateTime.now())
    const desks = viewer.hasDesk ? sites.filter(({ id }) => viewer.operates(id)) : []
    if (desks.length === 1) return goTo(ctx, `/postes/${desks[0].slug}/desk`)
    if (sites.length === 1) return goTo(ctx, `/postes/${sites[0].slug}`)
    return view.render('pages/postes/sites/index', { sites, desks: desks.map(({ id }) => id), mayOpen: viewer.has('admin') })
  }

  async show({ view, site, bouncer }: HttpContext) {
    const worksHere = await bouncer.with(SitePolicy).allows('work', site)
    return view.render('pages/postes/sites/show', { ...(await sitePage(site, DateTime.now())), worksHere })
  }
}
