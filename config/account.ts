import type { Viewer } from '#models/accounts/viewer'

export interface AccountPage {
  path: string
  /** a key of the lang files */
  text: string
  icon: string
  /** whose it is; everybody's unless told */
  shown?: (viewer: Viewer) => boolean
}

/** What the side of "Mon compte" leads to, in this order. */
export const accountPages: AccountPage[] = [
  { path: '/compte', text: 'accounts.nav.overview', icon: 'user' },
  { path: '/compte/sign-ins', text: 'accounts.sign_ins.title', icon: 'monitor' },
  { path: '/messages/preferences', text: 'messaging.preferences.title', icon: 'bell' },
  { path: '/compte/organisations', text: 'organisations.title', icon: 'building-2' },
  { path: '/compte/provider', text: 'organisations.providers.title', icon: 'briefcase' },
]
