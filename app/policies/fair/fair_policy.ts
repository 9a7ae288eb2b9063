import { BasePolicy } from '@adonisjs/bouncer'
import type { Viewer } from '#models/accounts/viewer'
import type Fair from '#models/fair/fair'

/** Who runs a fair: its organisers, organisers of every fair, administrators. */
export default class FairPolicy extends BasePolicy {
  create(viewer: Viewer) {
    return viewer.has('admin') || viewer.has('organiser')
  }

  /** What it holds is theirs to read, and a new fair theirs to make. */
  copy(viewer: Viewer, fair: Fair) {
    return this.create(viewer) && this.manage(viewer, fair)
  }

  manage(viewer: Viewer, fair: Fair) {
    return viewer.runs(fair.id)
  }

  /** The screen in the hall. */
  watch(viewer: Viewer, fair: Fair) {
    return viewer.isWallOf(fair.id) || viewer.runs(fair.id)
  }
}
