import { BasePolicy } from '@adonisjs/bouncer'
import type { Viewer } from '#models/accounts/viewer'

/** Who sees the accounts of others, gives and takes rights, and shuts somebody out: administrators. */
export default class UserPolicy extends BasePolicy {
  manage(viewer: Viewer) {
    return viewer.has('admin')
  }
}
