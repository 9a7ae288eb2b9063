import { type Line, ALL, NOBODY, USERS, byAdmins, byAlice, forAdmins, forUsers, forVisitors } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const password = 'correct horse battery'
const aPerson = { givenName: 'Inès', familyName: 'Roux', email: 'ines@example.org', password, passwordConfirmation: password, terms: 'on' }

/** Odile, and what lets her run the forum. */
const odile = ({ right }: World) => ({ id: right.userId, role: right.id })

// prettier-ignore
export const ACCOUNTS: Line[] = [
  { route: 'accounts.accounts.show', method: 'GET', pattern: '/compte', answers: forUsers },
  { route: 'accounts.users.create', method: 'GET', pattern: '/compte/users/create', answers: forVisitors },
  { route: 'accounts.users.store', method: 'POST', pattern: '/compte/users', answers: { done: NOBODY, known: USERS }, form: () => aPerson, leads: () => '/salon' },
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
