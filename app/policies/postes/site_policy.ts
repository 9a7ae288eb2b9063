import { BasePolicy } from '@adonisjs/bouncer'
import type { Viewer } from '#models/accounts/viewer'
import type Site from '#models/postes/site'

/** Who works at the desk of a site: its operators, those of every site, administrators; and who decides of it. */
export default class SitePolicy extends BasePolicy {
  /** The rooms that an instance has, and their rules. */
  manage(viewer: Viewer) {
    return viewer.has('admin')
  }

  work(viewer: Viewer, site: Site) {
    return viewer.operates(site.id)
  }

  /** The screen that calls those who wait. */
  watch(viewer: Viewer, site: Site) {
    return viewer.isWallOfSite(site.id) || viewer.operates(site.id)
  }
}
