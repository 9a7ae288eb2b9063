import { BasePolicy } from '@adonisjs/bouncer'
import type { Viewer } from '#models/accounts/viewer'

/** Who verifies organisations and providers: moderators and administrators. */
export default class VerificationPolicy extends BasePolicy {
  decide(viewer: Viewer) {
    return viewer.moderates
  }
}
