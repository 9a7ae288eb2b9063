import { BasePolicy } from '@adonisjs/bouncer'
import type Organisation from '#models/accounts/organisation'
import type { Viewer } from '#models/accounts/viewer'

/** Who speaks for an organisation: its owners; about its members, moderators too. */
export default class OrganisationPolicy extends BasePolicy {
  async own(viewer: Viewer, organisation: Organisation) {
    const place = await viewer.user!.placeAt(organisation)
    return place?.isOwner ?? false
  }

  async admit(viewer: Viewer, organisation: Organisation) {
    return viewer.moderates || this.own(viewer, organisation)
  }
}
