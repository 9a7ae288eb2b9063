/*
 * Who may do what: role × noun × verb, for every address of the application. A route's name is its domain, its noun and
 * its verb. Whoever adds a route adds a line here, or tests/functional/access.spec.ts fails.
 */
import type { World } from '#tests/support/world'

/** Everybody, with the person of the cast who plays them. */
export const ROLES = {
  visitor: 'a visitor',
  candidate: 'Chloé',
  attendee: 'Alice',
  neighbour: 'Bob',
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
  /** where the person is led when it is done; `*` is the number of what was made */
  leads?: (world: World) => string
  /** a program is led there too, where it would otherwise be told 200 */
  always?: true
}

const ALL = Object.keys(ROLES) as Role[]
const NOBODY: Role[] = ['visitor', 'stand', 'otherStand']
const USERS = but(NOBODY)
const RUNNERS: Role[] = ['organiser', 'admin']
const WORKERS: Role[] = ['stand', ...RUNNERS]
const ATTENDEES: Role[] = ['attendee', 'neighbour']

function but(...excluded: (readonly Role[])[]) {
  return ALL.filter((role) => !excluded.flat().includes(role))
}

const shown = { page: ALL }
const forVisitors = { page: NOBODY, known: USERS }
const forUsers = { signIn: NOBODY, page: USERS }
const forRunners = { page: RUNNERS, signIn: NOBODY, refused: but(RUNNERS, NOBODY) }
const byRunners = { done: RUNNERS, signIn: NOBODY, refused: but(RUNNERS, NOBODY) }
const forWorkers = { page: WORKERS, refused: but(WORKERS) }
const byWorkers = { done: WORKERS, refused: but(WORKERS) }
const byAttendees = { done: ATTENDEES, signIn: NOBODY, absent: but(ATTENDEES, NOBODY) }
const byAlice = { done: ['attendee'], signIn: NOBODY, absent: but(['attendee'], NOBODY) } as const

const my = ({ forum }: World) => `${forum.path}/my`
const control = ({ forum }: World) => `${forum.path}/control`
const dashboard = ({ forum, acme }: World) => `${forum.path}/stands/${acme.id}/dashboard`
const link = ({ forum, acme }: World) => `${forum.path}/stands/${acme.id}/link`
const bob = ({ bob }: World) => ({ id: bob.id })
const interview = ({ acme, interview }: World) => ({ id: acme.id, interview: interview.id })
const token = ({ token }: World) => ({ token })
const entry = ({ entry }: World) => ({ id: entry.id })
const news = ({ news }: World) => ({ id: news.id })

const aFair = { name: 'Salon du soir', place: 'Gymnase', startsAt: '2030-05-02T09:00', endsAt: '2030-05-02T17:00' }
const aStand = { name: 'Hooli', slots: '2', queueLimit: '' }
const password = 'correct horse battery'
const aPerson = { givenName: 'Inès', familyName: 'Roux', email: 'ines@example.org', password, passwordConfirmation: password, terms: 'on' }

// prettier-ignore
export const TABLE: Line[] = [
  { route: 'monitoring.live', method: 'GET', pattern: '/health/live', answers: shown },
  { route: 'monitoring.ready', method: 'GET', pattern: '/health/ready', answers: shown },
  { route: 'home', method: 'GET', pattern: '/', answers: shown },
  { route: 'live', method: 'GET', pattern: '/live', answers: shown, query: ({ forum }) => ({ c: `fairs/${forum.id}` }) },

  { route: 'accounts.users.create', method: 'GET', pattern: '/compte/users/create', answers: forVisitors },
  { route: 'accounts.users.store', method: 'POST', pattern: '/compte/users', answers: { done: NOBODY, known: USERS }, form: () => aPerson, leads: () => '/salon' },
  { route: 'accounts.sign_ins.create', method: 'GET', pattern: '/compte/sign-ins/create', answers: forVisitors },
  { route: 'accounts.sign_ins.store', method: 'POST', pattern: '/compte/sign-ins', answers: { done: NOBODY, known: USERS }, form: () => ({ email: 'chloe@example.org', password }), leads: () => '/salon', always: true },
  { route: 'accounts.sign_ins.destroy', method: 'DELETE', pattern: '/compte/sign-ins/current', answers: { done: ALL }, leads: () => '/' },
  { route: 'accounts.preferences.update', method: 'PUT', pattern: '/compte/preferences', answers: { done: ALL }, form: () => ({ locale: 'en' }), leads: () => '/', always: true },

  { route: 'messaging.news.index', method: 'GET', pattern: '/messages/news/region', answers: forUsers },
  { route: 'messaging.readings.store', method: 'POST', pattern: '/messages/news/:id/reading', answers: byAlice, params: news, leads: my, always: true },

  { route: 'fair.fairs.index', method: 'GET', pattern: '/salon', answers: shown },
  { route: 'fair.fairs.create', method: 'GET', pattern: '/salon/create', answers: { page: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) } },
  { route: 'fair.fairs.store', method: 'POST', pattern: '/salon', answers: { done: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) }, form: () => aFair, leads: () => '/salon/salon-du-soir/control' },
  { route: 'fair.fairs.show', method: 'GET', pattern: '/salon/:slug', answers: shown },
  { route: 'fair.regions.fairs', method: 'GET', pattern: '/salon/:slug/region', answers: shown },
  { route: 'fair.fairs.edit', method: 'GET', pattern: '/salon/:slug/edit', answers: forRunners },
  { route: 'fair.fairs.update', method: 'PUT', pattern: '/salon/:slug', answers: byRunners, form: () => aFair, leads: control },
  { route: 'fair.openings.store', method: 'POST', pattern: '/salon/:slug/opening', answers: byRunners, leads: control },
  { route: 'fair.openings.destroy', method: 'DELETE', pattern: '/salon/:slug/opening', answers: byRunners, leads: control },
  { route: 'fair.controls.show', method: 'GET', pattern: '/salon/:slug/control', answers: forRunners },
  { route: 'fair.regions.controls', method: 'GET', pattern: '/salon/:slug/control/region', answers: forRunners },

  { route: 'fair.links.show', method: 'GET', pattern: '/salon/links/:token', answers: shown, params: token },
  { route: 'fair.links.store', method: 'POST', pattern: '/salon/links/:token', answers: { done: ALL }, params: token, leads: dashboard, always: true },
  { route: 'fair.stands.create', method: 'GET', pattern: '/salon/:slug/stands/create', answers: forRunners },
  { route: 'fair.stands.store', method: 'POST', pattern: '/salon/:slug/stands', answers: byRunners, form: () => aStand, leads: ({ forum }) => `${forum.path}/stands/*/link` },
  { route: 'fair.stands.edit', method: 'GET', pattern: '/salon/:slug/stands/:id/edit', answers: forRunners },
  { route: 'fair.stands.update', method: 'PUT', pattern: '/salon/:slug/stands/:id', answers: byRunners, form: () => aStand, leads: control },
  { route: 'fair.stand_links.show', method: 'GET', pattern: '/salon/:slug/stands/:id/link', answers: forRunners },
  { route: 'fair.stand_links.store', method: 'POST', pattern: '/salon/:slug/stands/:id/link', answers: byRunners, leads: link },
  { route: 'fair.stand_pauses.store', method: 'POST', pattern: '/salon/:slug/stands/:id/pause', answers: byWorkers, leads: dashboard },
  { route: 'fair.stand_pauses.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/:id/pause', answers: byWorkers, leads: dashboard },
  { route: 'fair.dashboards.show', method: 'GET', pattern: '/salon/:slug/stands/:id/dashboard', answers: forWorkers },
  { route: 'fair.regions.dashboards', method: 'GET', pattern: '/salon/:slug/stands/:id/dashboard/region', answers: forWorkers },
  { route: 'fair.closures.store', method: 'POST', pattern: '/salon/:slug/stands/:id/interviews/:interview/closure', answers: byWorkers, params: interview, leads: dashboard },
  { route: 'fair.closures.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/:id/interviews/:interview/closure', answers: byWorkers, params: interview, leads: dashboard },

  { route: 'fair.attendees.index', method: 'GET', pattern: '/salon/:slug/attendees', answers: forRunners },
  { route: 'fair.attendees.show', method: 'GET', pattern: '/salon/:slug/attendees/:id', answers: forRunners, params: bob },
  { route: 'fair.regions.attendees', method: 'GET', pattern: '/salon/:slug/attendees/region', answers: forRunners },
  { route: 'fair.regions.attendee', method: 'GET', pattern: '/salon/:slug/attendees/:id/region', answers: forRunners, params: bob },
  { route: 'fair.attendees.store', method: 'POST', pattern: '/salon/:slug/attendees', answers: { done: USERS, signIn: NOBODY }, leads: my },
  { route: 'fair.overrides.store', method: 'POST', pattern: '/salon/:slug/attendees/:id/overrides', answers: byRunners, params: bob, form: () => ({ status: 'paused' }), leads: ({ forum, bob }) => `${forum.path}/attendees/${bob.id}` },

  { route: 'fair.my_attendances.show', method: 'GET', pattern: '/salon/:slug/my', answers: { page: ATTENDEES, signIn: NOBODY, elsewhere: but(ATTENDEES, NOBODY) } },
  { route: 'fair.regions.my_attendances', method: 'GET', pattern: '/salon/:slug/my/region', answers: { page: ATTENDEES, signIn: NOBODY, absent: but(ATTENDEES, NOBODY) } },
  { route: 'fair.my_entries.store', method: 'POST', pattern: '/salon/:slug/my/entries', answers: { done: USERS, signIn: NOBODY }, form: ({ initech }) => ({ standId: String(initech.id) }), leads: my },
  { route: 'fair.my_entries.destroy', method: 'DELETE', pattern: '/salon/:slug/my/entries/:id', answers: byAlice, params: entry, leads: my },
  { route: 'fair.my_interviews.store', method: 'POST', pattern: '/salon/:slug/my/interviews', answers: { done: ['attendee'], no: ['neighbour'], signIn: NOBODY, absent: but(ATTENDEES, NOBODY) }, form: ({ globex }) => ({ standId: String(globex.id) }), leads: my },
  { route: 'fair.my_pauses.store', method: 'POST', pattern: '/salon/:slug/my/pause', answers: byAttendees, leads: my },
  { route: 'fair.my_pauses.destroy', method: 'DELETE', pattern: '/salon/:slug/my/pause', answers: byAttendees, leads: my },
]

/** Who may listen to what, among what pages listen to; anything else is refused to everybody. */
export const CHANNELS: { told: string; name: (world: World) => string; heard: readonly Role[] }[] = [
  { told: 'the forum', name: ({ forum }) => `fairs/${forum.id}`, heard: ALL },
  { told: 'all that happens at the forum', name: ({ forum }) => `fairs/${forum.id}/control`, heard: RUNNERS },
  { told: 'Acme’s dashboard', name: ({ acme }) => `stands/${acme.id}`, heard: WORKERS },
  { told: 'Globex’s dashboard', name: ({ globex }) => `stands/${globex.id}`, heard: ['otherStand', ...RUNNERS] },
  { told: 'the queue of Globex', name: ({ globex }) => `stands/${globex.id}/queue`, heard: ['attendee'] },
  { told: 'the queue of Acme', name: ({ acme }) => `stands/${acme.id}/queue`, heard: ['neighbour'] },
  { told: 'Alice’s place at the forum', name: ({ alice }) => `attendees/${alice.id}`, heard: ['attendee', ...RUNNERS] },
  { told: 'Bob’s place at the forum', name: ({ bob }) => `attendees/${bob.id}`, heard: ['neighbour', ...RUNNERS] },
  { told: 'Alice’s news', name: ({ alice }) => `users/${alice.userId}`, heard: ['attendee'] },
  { told: 'Bob’s news', name: ({ bob }) => `users/${bob.userId}`, heard: ['neighbour'] },
]
