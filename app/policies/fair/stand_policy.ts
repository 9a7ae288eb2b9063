import { BasePolicy } from '@adonisjs/bouncer'
import type { Viewer } from '#models/accounts/viewer'
import type Stand from '#models/fair/stand'

/** Who works at a stand: whoever came by its secret link, and those who run the fair. */
export default class StandPolicy extends BasePolicy {
  work(viewer: Viewer, stand: Stand) {
    return viewer.linkOf(stand.id) !== undefined || viewer.runs(stand.fairId)
  }

  /** Those who run the fair see every stand's link: opening it does not make a stand's notes theirs to read. */
  note(viewer: Viewer, stand: Stand) {
    return viewer.linkOf(stand.id) !== undefined && !viewer.runs(stand.fairId)
  }
}
