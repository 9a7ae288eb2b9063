import { type Line, ALL, NOBODY, USERS, forUsers, forVisitors } from '#tests/support/access/who'

const password = 'correct horse battery'
const aPerson = { givenName: 'Inès', familyName: 'Roux', email: 'ines@example.org', password, passwordConfirmation: password, terms: 'on' }

// prettier-ignore
export const ACCOUNTS: Line[] = [
  { route: 'accounts.accounts.show', method: 'GET', pattern: '/compte', answers: forUsers },
  { route: 'accounts.users.create', method: 'GET', pattern: '/compte/users/create', answers: forVisitors },
  { route: 'accounts.users.store', method: 'POST', pattern: '/compte/users', answers: { done: NOBODY, known: USERS }, form: () => aPerson, leads: () => '/salon' },
  { route: 'accounts.sign_ins.create', method: 'GET', pattern: '/compte/sign-ins/create', answers: forVisitors },
  { route: 'accounts.sign_ins.store', method: 'POST', pattern: '/compte/sign-ins', answers: { done: NOBODY, known: USERS }, form: () => ({ email: 'chloe@example.org', password }), leads: () => '/salon', always: true },
  { route: 'accounts.sign_ins.destroy', method: 'DELETE', pattern: '/compte/sign-ins/current', answers: { done: ALL }, leads: () => '/' },
  { route: 'accounts.preferences.update', method: 'PUT', pattern: '/compte/preferences', answers: { done: ALL }, form: () => ({ locale: 'en' }), leads: () => '/', always: true },
]
