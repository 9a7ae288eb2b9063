import {
  type Line,
  ALL,
  NOBODY,
  USERS,
  byAdmins,
  byAlice,
  byUsers,
  forAdmins,
  forUsers,
  forVisitors,
  shown,
} from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const password = 'correct horse battery'
const aPerson = {
  givenName: 'Inès',
  familyName: 'Roux',
  email: 'ines@example.org',
  phone: '06 12 34 56 78',
  password,
  passwordConfirmation: password,
  terms: 'on',
}

/** Odile, and what lets her run the forum. */
const odile = ({ right }: World) => ({ id: right.userId, role: right.id })

// prettier-ignore
export const ACCOUNTS: Line[] = [
  { route: 'accounts.accounts.show', method: 'GET', pattern: '/compte', answers: forUsers },

  { route: 'accounts.users.create', method: 'GET', pattern: '/compte/users/create', answers: forVisitors },
  { route: 'accounts.candidate_sign_ups.create', method: 'GET', pattern: '/compte/candidates/create', answers: forVisitors },
  { route: 'accounts.candidate_sign_ups.store', method: 'POST', pattern: '/compte/candidates', answers: { done: NOBODY, known: USERS }, form: () => ({ ...aPerson, linkedinUrl: 'linkedin.com/in/ines' }), leads: () => '/compte/verifications' },
  { route: 'accounts.recruiter_sign_ups.create', method: 'GET', pattern: '/compte/recruiters/create', answers: forVisitors },
  { route: 'accounts.recruiter_sign_ups.store', method: 'POST', pattern: '/compte/recruiters', answers: { done: NOBODY, known: USERS }, form: () => ({ ...aPerson, department: 'RH', organisation: 'Initech' }), leads: () => '/compte/verifications' },
  { route: 'accounts.provider_sign_ups.create', method: 'GET', pattern: '/compte/providers/create', answers: forVisitors },
  { route: 'accounts.provider_sign_ups.store', method: 'POST', pattern: '/compte/providers', answers: { done: NOBODY, known: USERS }, form: () => ({ ...aPerson, speciality: 'Traduction' }), leads: () => '/compte/verifications' },

  { route: 'accounts.address_proofs.index', method: 'GET', pattern: '/compte/verifications', answers: forVisitors },
  { route: 'accounts.address_proofs.store', method: 'POST', pattern: '/compte/verifications', answers: { done: NOBODY, known: USERS }, form: () => ({ email: 'alice@example.org' }), leads: () => '/compte/verifications' },
  { route: 'accounts.address_proofs.show', method: 'GET', pattern: '/compte/verifications/:token', answers: shown, params: ({ mailed }) => ({ token: mailed.verification }) },
  { route: 'accounts.address_proofs.update', method: 'PUT', pattern: '/compte/verifications/:token', answers: { done: ALL }, params: ({ mailed }) => ({ token: mailed.verification }), leads: (_, role) => (NOBODY.includes(role) ? '/compte/sign-ins/create' : '/compte') },
  { route: 'accounts.resets.create', method: 'GET', pattern: '/compte/resets/create', answers: shown },
  { route: 'accounts.resets.index', method: 'GET', pattern: '/compte/resets', answers: shown },
  { route: 'accounts.resets.store', method: 'POST', pattern: '/compte/resets', answers: { done: ALL }, form: () => ({ email: 'alice@example.org' }), leads: () => '/compte/resets', always: true },
  { route: 'accounts.resets.show', method: 'GET', pattern: '/compte/resets/:token', answers: shown, params: ({ mailed }) => ({ token: mailed.reset }) },
  { route: 'accounts.resets.update', method: 'PUT', pattern: '/compte/resets/current', answers: { done: ALL }, form: ({ mailed }) => ({ token: mailed.reset, password: 'un cheval de bataille', passwordConfirmation: 'un cheval de bataille' }), leads: () => '/compte/sign-ins/create' },

  { route: 'accounts.profiles.edit', method: 'GET', pattern: '/compte/profile', answers: forUsers },
  { route: 'accounts.profiles.update', method: 'PUT', pattern: '/compte/profile', answers: byUsers, form: () => ({ givenName: 'Inès', familyName: 'Roux', phone: '06 12 34 56 78', username: 'ines.roux', linkedinUrl: 'linkedin.com/in/ines', visibility: 'public' }), leads: () => '/compte' },
  { route: 'accounts.emails.show', method: 'GET', pattern: '/compte/email', answers: forUsers },
  { route: 'accounts.email_changes.store', method: 'POST', pattern: '/compte/email/changes', answers: byUsers, form: () => ({ email: 'ines@example.org', currentPassword: password }), leads: () => '/compte/email' },
  { route: 'accounts.email_changes.destroy', method: 'DELETE', pattern: '/compte/email/changes/current', answers: byUsers, leads: () => '/compte/email' },
  { route: 'accounts.email_verifications.store', method: 'POST', pattern: '/compte/email/verifications', answers: byUsers, leads: () => '/compte/email' },
  { route: 'accounts.passwords.edit', method: 'GET', pattern: '/compte/password', answers: forUsers },
  { route: 'accounts.passwords.update', method: 'PUT', pattern: '/compte/password', answers: byUsers, form: () => ({ currentPassword: password, password: 'un cheval de bataille', passwordConfirmation: 'un cheval de bataille' }), leads: () => '/compte' },
  { route: 'accounts.preferences.edit', method: 'GET', pattern: '/compte/preferences', answers: forUsers },
  { route: 'accounts.deletions.show', method: 'GET', pattern: '/compte/deletion', answers: forUsers },
  { route: 'accounts.deletions.store', method: 'POST', pattern: '/compte/deletion', answers: byUsers, leads: () => '/compte/deletion' },
  { route: 'accounts.deletions.destroy', method: 'DELETE', pattern: '/compte/deletion', answers: byUsers, leads: () => '/compte/deletion' },

  { route: 'accounts.sign_ins.create', method: 'GET', pattern: '/compte/sign-ins/create', answers: forVisitors },
  { route: 'accounts.sign_ins.store', method: 'POST', pattern: '/compte/sign-ins', answers: { done: NOBODY, known: USERS }, form: () => ({ email: 'chloe@example.org', password }), leads: () => '/salon', always: true },
  { route: 'accounts.sign_ins.destroy', method: 'DELETE', pattern: '/compte/sign-ins/current', answers: { done: ALL }, leads: () => '/' },
  { route: 'accounts.preferences.update', method: 'PUT', pattern: '/compte/preferences', answers: { done: ALL }, form: () => ({ locale: 'en' }), leads: () => '/', always: true },
  { route: 'accounts.sign_ins.index', method: 'GET', pattern: '/compte/sign-ins', answers: forUsers },
  { route: 'accounts.other_sign_ins.destroy', method: 'DELETE', pattern: '/compte/sign-ins/others', answers: { done: USERS, signIn: NOBODY }, leads: () => '/compte/sign-ins' },
  { route: 'accounts.sign_in_endings.store', method: 'POST', pattern: '/compte/sign-ins/:id/ending', answers: byAlice, params: ({ phone }) => ({ id: phone.id }), leads: () => '/compte/sign-ins' },
  { route: 'accounts.users.index', method: 'GET', pattern: '/admin/users', answers: forAdmins },
  { route: 'accounts.users.show', method: 'GET', pattern: '/admin/users/:id', answers: forAdmins, params: odile },
  { route: 'accounts.roles.store', method: 'POST', pattern: '/admin/users/:id/roles', answers: byAdmins, params: odile, form: () => ({ role: 'moderator', fairId: '' }), leads: ({ right }) => `/admin/users/${right.userId}` },
  { route: 'accounts.roles.destroy', method: 'DELETE', pattern: '/admin/users/:id/roles/:role', answers: byAdmins, params: odile, leads: ({ right }) => `/admin/users/${right.userId}` },
  { route: 'accounts.blocks.store', method: 'POST', pattern: '/admin/users/:id/block', answers: byAdmins, params: odile, leads: ({ right }) => `/admin/users/${right.userId}` },
  { route: 'accounts.blocks.destroy', method: 'DELETE', pattern: '/admin/users/:id/block', answers: byAdmins, params: odile, leads: ({ right }) => `/admin/users/${right.userId}` },
]
