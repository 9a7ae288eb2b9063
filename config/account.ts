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
  { path: '/compte/profile', text: 'accounts.nav.profile', icon: 'pencil' },
  { path: '/compte/documents', text: 'files.documents.title', icon: 'file-text' },
  { path: '/compte/organisations', text: 'organisations.title', icon: 'building-2' },
  { path: '/compte/provider', text: 'organisations.providers.title', icon: 'briefcase' },
  { path: '/compte/postes', text: 'visitors.mine.title', icon: 'monitor' },
  { path: '/compte/email', text: 'accounts.nav.email', icon: 'mail' },
  { path: '/compte/password', text: 'accounts.nav.password', icon: 'key-round' },
  { path: '/compte/sign-ins', text: 'accounts.sign_ins.title', icon: 'monitor' },
  { path: '/messages/preferences', text: 'messaging.preferences.title', icon: 'bell' },
  { path: '/compte/preferences', text: 'accounts.nav.preferences', icon: 'languages' },
  { path: '/compte/deletion', text: 'accounts.nav.deletion', icon: 'trash-2' },
]
