/*
 * Every kind of news, and how it reaches people. All of them are kept in the list of notifications; a channel that is not
 * named here is not the kind's. Whoever adds a kind adds its sentence (`messaging.news`) and its name (`messaging.kinds`).
 */
import { smsConfig } from '#config/sms'
import type { RoleName } from '#models/accounts/role'

export const GROUPS = ['fair', 'postes', 'board', 'accounts', 'messaging'] as const
export type Group = (typeof GROUPS)[number]

export const CHANNELS = ['app', 'email', 'push', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]
export type Mode = 'on' | 'digest' | 'off'

export interface Kind {
  group: Group
  /** what somebody who chose nothing gets */
  email?: 'on' | 'digest'
  push?: 'on' | 'off'
  /** costs money, so only whoever asks for it, where there is a gateway */
  sms?: 'off'
  /** now or never: at night too, and over every page whatever was chosen */
  urgent?: true
  /** its e-mail may be grouped in a digest, never silenced */
  important?: true
  /** who may ever be told this; everybody unless said */
  roles?: readonly RoleName[]
}

const important = { email: 'on', push: 'on', important: true } as const

const register = {
  'fair.called': { group: 'fair', push: 'on', sms: 'off', urgent: true },
  'fair.soon': { group: 'fair', push: 'on' },
  'fair.missed': { group: 'fair', push: 'on', urgent: true },
  'fair.removed': { group: 'fair', push: 'on' },
  'fair.passed': { group: 'fair' },
  'fair.announced': { group: 'fair', push: 'on' },
  'postes.failures': { group: 'postes', push: 'on', roles: ['operator'] },
  'postes.offline': { group: 'postes', push: 'on', roles: ['operator'] },
  'postes.reservation_made': { group: 'postes', email: 'on', push: 'on' },
  'postes.reservation_soon': { group: 'postes', email: 'on', push: 'on' },
  'postes.reservation_cancelled': { group: 'postes', email: 'on', push: 'on' },
  'postes.reported': { group: 'postes', email: 'digest', roles: ['operator', 'admin'] },
  'board.application_received': { group: 'board', ...important, roles: ['recruiter', 'admin'] },
  'board.application_changed': { group: 'board', ...important, roles: ['candidate', 'provider'] },
  'board.publication_decided': { group: 'board', ...important, roles: ['recruiter', 'admin'] },
  'board.appointment_soon': { group: 'board', ...important, sms: 'off', roles: ['candidate', 'provider', 'recruiter'] },
  'accounts.verification_decided': { group: 'accounts', ...important, roles: ['recruiter', 'provider'] },
  'accounts.verification_asked': { group: 'accounts', email: 'digest', roles: ['moderator', 'admin'] },
  'accounts.membership_asked': { group: 'accounts', email: 'on', push: 'on', roles: ['recruiter'] },
  'accounts.membership_decided': { group: 'accounts', email: 'on', push: 'on', roles: ['recruiter'] },
  'accounts.new_device': { group: 'accounts', ...important },
  'files.expiring': { group: 'accounts', ...important },
  'messaging.message_received': { group: 'messaging', ...important },
  // Never by a channel that may be the one that fails.
  'messaging.delivery_given_up': { group: 'messaging', roles: ['admin'] },
  'monitoring.task_failed': { group: 'messaging', email: 'on', roles: ['admin'] },
} satisfies Record<string, Kind>

export type KindName = keyof typeof register

export const kinds: Record<KindName, Kind> = register
export const KINDS = Object.keys(register) as KindName[]

/** The hour of the instance's zone at which digests leave; those of the week, on Mondays. */
export const DIGEST_HOUR = 8

/** What may be chosen for a kind on a channel; the first is what somebody who chose nothing gets. */
export function modesOf(kind: KindName, channel: Channel): Mode[] {
  const { email, push, sms, urgent, important } = kinds[kind]
  if (channel === 'app') return urgent ? [] : ['on', 'off']
  if (channel === 'sms') return sms && smsConfig.url ? [sms, 'on'] : []
  if (channel === 'push') return push ? [push, push === 'on' ? 'off' : 'on'] : []
  return email ? [email, email === 'on' ? 'digest' : 'on', ...(important ? [] : (['off'] as const))] : []
}

/** What the choice is called in a form, where a dot would make a list of it. */
export function choiceName(kind: KindName, channel: Channel) {
  return `${kind.replace('.', '-')}-${channel}`
}

interface Person {
  has(role: RoleName): boolean
}

/** What this person may ever be told. */
export function kindsFor(person: Person) {
  return KINDS.filter((kind) => kinds[kind].roles?.some((role) => person.has(role)) ?? true)
}

export function groupsFor(person: Person) {
  return [...new Set(kindsFor(person).map((kind) => kinds[kind].group))]
}
