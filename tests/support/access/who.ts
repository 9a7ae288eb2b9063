/* The people of the table of who may do what, and what they may be answered. */
import type { World } from '#tests/support/world'

/** Everybody, with the person of the cast who plays them. */
export const ROLES = {
  visitor: 'a visitor',
  candidate: 'Chloé',
  attendee: 'Alice',
  neighbour: 'Bob',
  guest: 'Zoé without account',
  stand: 'Acme',
  otherStand: 'Globex',
  recruiter: 'Rachid',
  provider: 'Paula',
  operator: 'Omar',
  organiser: 'Odile',
  otherOrganiser: 'Olga',
  moderator: 'Maud',
  admin: 'Adrien',
} as const

export type Role = keyof typeof ROLES

/**
 * page: it is shown · done: 303 to where the line says · signIn: 303 to the sign-in page, 401 for a program and for a part
 * of a page · refused: 403 · absent: 404 · no: a rule of the fair says no, 409 · known: 303 to their own page, which is not
 * for visitors · elsewhere: 303 to the fair, whose page this would be
 */
export type Outcome = 'page' | 'done' | 'signIn' | 'refused' | 'absent' | 'no' | 'known' | 'elsewhere'

export interface Line {
  route: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  pattern: string
  answers: Partial<Record<Outcome, readonly Role[]>>
  /** what the parameters of the address are; `:slug` is the forum and `:id` Acme unless told */
  params?: (world: World) => Record<string, string | number>
  query?: (world: World) => Record<string, string>
  form?: (world: World) => Record<string, string>
  /** what the field `file` of the form holds */
  file?: File
  /** where the person is led when it is done; `*` is the number of what was made */
  leads?: (world: World, role: Role) => string
  /** reading it is written in the audit */
  told?: true
  /** a program is led there too, where it would otherwise be told 200 */
  always?: true
  /** without the token of a form: sent by a program, or by a page that outlives its session */
  tokenless?: true
}

/** Where signing in leads, when it is not to the hall of the fairs. */
export const HOMES: Partial<Record<Role, string>> = {
  attendee: '/salon/forum/my',
  neighbour: '/salon/forum/my',
  recruiter: '/compte/organisations',
  provider: '/compte/provider',
  operator: '/postes/espace-numerique/desk',
  organiser: '/salon/forum/control',
  moderator: '/admin',
  admin: '/admin',
}

export const ALL = Object.keys(ROLES) as Role[]
/** Those whom nothing makes known at a fair. */
export const STRANGERS: Role[] = ['visitor', 'stand', 'otherStand']
/** Those without an account. */
export const NOBODY: Role[] = [...STRANGERS, 'guest']
export const USERS = but(NOBODY)
export const RUNNERS: Role[] = ['organiser', 'admin']
export const WORKERS: Role[] = ['stand', ...RUNNERS]
export const ATTENDEES: Role[] = ['attendee', 'neighbour', 'guest']

export function but(...excluded: (readonly Role[])[]) {
  return ALL.filter((role) => !excluded.flat().includes(role))
}

export const shown = { page: ALL }
export const forVisitors = { page: NOBODY, known: USERS }
export const forUsers = { signIn: NOBODY, page: USERS }
export const byUsers = { done: USERS, signIn: NOBODY }
export const forRunners = { page: RUNNERS, signIn: NOBODY, refused: but(RUNNERS, NOBODY) }
export const byRunners = { done: RUNNERS, signIn: NOBODY, refused: but(RUNNERS, NOBODY) }
export const forWorkers = { page: WORKERS, refused: but(WORKERS) }
export const byWorkers = { done: WORKERS, refused: but(WORKERS) }
export const byAttendees = { done: ATTENDEES, signIn: STRANGERS, absent: but(ATTENDEES, STRANGERS) }
export const byAlice = { done: ['attendee'], signIn: NOBODY, absent: but(['attendee'], NOBODY) } as const

const ADMINS: Role[] = ['admin']

export const forAdmins = { page: ADMINS, signIn: NOBODY, refused: but(NOBODY, ADMINS) }
export const byAdmins = { done: ADMINS, signIn: NOBODY, refused: but(NOBODY, ADMINS) }

/** Those of the back-office. */
export const STAFF: Role[] = ['moderator', 'admin']

export const forStaff = { page: STAFF, signIn: NOBODY, refused: but(NOBODY, STAFF) }
export const byStaff = { done: STAFF, signIn: NOBODY, refused: but(NOBODY, STAFF) }
