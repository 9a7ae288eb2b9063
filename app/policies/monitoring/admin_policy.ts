import { BasePolicy } from '@adonisjs/bouncer'
import type { Viewer } from '#models/accounts/viewer'

/** The back-office: some of it is for moderators, all of it for administrators. */
export default class AdminPolicy extends BasePolicy {
  enter(viewer: Viewer) {
    return viewer.hasBackOffice
  }

  /** Settings, tasks, retention, legal pages. */
  run(viewer: Viewer) {
    return viewer.has('admin')
  }
}
