import type { RoleName } from '#models/accounts/role'

export interface AdminEntry {
  /** what it is called, and what it is for: keys of resources/lang */
  label: string
  hint: string
  path: string
  /** of config/icons.ts */
  sign: string
  /** whoever holds one of these, everywhere or for one fair, sees it; the page's own policy decides */
  roles: RoleName[]
}

/** The pages of the back-office, in the order of its navigation. */
export const adminEntries: AdminEntry[] = [
  { label: 'accounts.people.title', hint: 'accounts.people.hint', path: '/admin/users', sign: 'users', roles: ['admin'] },
  {
    label: 'organisations.queues.organisations',
    hint: 'organisations.queues.organisations_hint',
    path: '/admin/organisations',
    sign: 'building-2',
    roles: ['moderator', 'admin'],
  },
  {
    label: 'organisations.queues.providers',
    hint: 'organisations.queues.providers_hint',
    path: '/admin/providers',
    sign: 'briefcase',
    roles: ['moderator', 'admin'],
  },
  { label: 'sites.admin.title', hint: 'sites.admin.hint', path: '/admin/sites', sign: 'monitor', roles: ['admin'] },
  {
    label: 'monitoring.admin.settings',
    hint: 'monitoring.admin.settings_hint',
    path: '/admin/settings',
    sign: 'settings',
    roles: ['admin'],
  },
  { label: 'messaging.deliveries.title', hint: 'messaging.deliveries.hint', path: '/admin/deliveries', sign: 'mail', roles: ['admin'] },
  { label: 'monitoring.admin.legal', hint: 'monitoring.admin.legal_hint', path: '/admin/legal-pages', sign: 'scale', roles: ['admin'] },
  {
    label: 'monitoring.admin.retention',
    hint: 'monitoring.admin.retention_hint',
    path: '/admin/retention',
    sign: 'archive',
    roles: ['admin'],
  },
  { label: 'monitoring.admin.tasks', hint: 'monitoring.admin.tasks_hint', path: '/admin/tasks', sign: 'clock', roles: ['admin'] },
]
