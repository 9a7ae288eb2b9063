import type { Viewer } from '#models/accounts/viewer'

/** Where signing in leads: the page of the person's role. */
export function landing(_viewer: Viewer) {
  return '/salon'
}
