/*
 * Who may do what: role × noun × verb, for every address of the application. A route's name is its domain, its noun and
 * its verb. Whoever adds a route adds a line in access/, or tests/functional/access.spec.ts fails.
 */
import { ACCOUNTS } from '#tests/support/access/accounts'
import { CONTROL } from '#tests/support/access/control'
import { COUNTER } from '#tests/support/access/counter'
import { DESK } from '#tests/support/access/desk'
import { DEV } from '#tests/support/access/dev'
import { FAIR } from '#tests/support/access/fair'
import { FILES } from '#tests/support/access/files'
import { HOME } from '#tests/support/access/home'
import { MESSAGING } from '#tests/support/access/messaging'
import { ORGANISATIONS } from '#tests/support/access/organisations'
import { MONITORING } from '#tests/support/access/monitoring'
import { VISITING } from '#tests/support/access/visiting'
import { STATION } from '#tests/support/access/station'
import { USAGE } from '#tests/support/access/usage'
import { VISITORS } from '#tests/support/access/visitors'
import { RESERVATIONS } from '#tests/support/access/reservations'
import { SITES } from '#tests/support/access/sites'
import { SETUP } from '#tests/support/access/setup'
import { type Line, type Role, ALL, RUNNERS, STAFF, WORKERS } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

export { type Line, HOMES, type Outcome, ROLES, type Role } from '#tests/support/access/who'

export const TABLE: Line[] = [
  ...MONITORING,
  ...HOME,
  ...ACCOUNTS,
  ...ORGANISATIONS,
  ...MESSAGING,
  ...FAIR,
  ...DESK,
  ...VISITING,
  ...CONTROL,
  ...SETUP,
  ...STATION,
  ...USAGE,
  ...VISITORS,
  ...SITES,
  ...COUNTER,
  ...RESERVATIONS,
  ...FILES,
  ...DEV,
]

/** Who may listen to what, among what pages listen to; anything else is refused to everybody. */
export const CHANNELS: { told: string; name: (world: World) => string; heard: readonly Role[] }[] = [
  { told: 'the forum', name: ({ forum }) => `fairs/${forum.id}`, heard: ALL },
  { told: 'all that happens at the forum', name: ({ forum }) => `fairs/${forum.id}/control`, heard: RUNNERS },
  { told: 'those who are called at the forum', name: ({ forum }) => `fairs/${forum.id}/wall`, heard: RUNNERS },
  { told: 'Acme’s dashboard', name: ({ acme }) => `stands/${acme.id}`, heard: WORKERS },
  { told: 'Globex’s dashboard', name: ({ globex }) => `stands/${globex.id}`, heard: ['otherStand', ...RUNNERS] },
  { told: 'the queue of Globex', name: ({ globex }) => `stands/${globex.id}/queue`, heard: ['attendee'] },
  { told: 'the queue of Acme', name: ({ acme }) => `stands/${acme.id}/queue`, heard: ['neighbour', 'guest'] },
  { told: 'Alice’s place at the forum', name: ({ alice }) => `attendees/${alice.id}`, heard: ['attendee', ...RUNNERS] },
  { told: 'Bob’s place at the forum', name: ({ bob }) => `attendees/${bob.id}`, heard: ['neighbour', ...RUNNERS] },
  { told: 'Zoé’s place at the forum', name: ({ guest }) => `attendees/${guest.attendee.id}`, heard: ['guest', ...RUNNERS] },
  { told: 'all that Hooli does', name: ({ hooli }) => `organisations/${hooli.id}`, heard: ['recruiter', ...STAFF] },
  { told: 'Paula’s profile', name: ({ profile }) => `providers/${profile.id}`, heard: ['provider', ...STAFF] },
  { told: 'organisations to verify', name: () => 'organisations', heard: STAFF },
  { told: 'providers to verify', name: () => 'providers', heard: STAFF },
  { told: 'Alice’s news', name: ({ alice }) => `users/${alice.userId}`, heard: ['attendee'] },
  { told: 'Poste 1', name: ({ room }) => `postes/${room.postes[0].id}`, heard: [] },
  { told: 'the desk of the site', name: ({ room }) => `sites/${room.site.id}`, heard: ['operator', 'admin'] },
  { told: 'browsers that ask to be those of a poste', name: () => 'stations/newcomers', heard: ['operator', 'admin'] },
  { told: 'what is free at the site', name: ({ room }) => `sites/${room.site.id}/free`, heard: ALL },
  { told: 'those who are called at the site', name: ({ room }) => `sites/${room.site.id}/wall`, heard: ['operator', 'admin'] },
  { told: 'the tasks', name: () => 'tasks', heard: ['admin'] },
  { told: 'Bob’s news', name: ({ bob }) => `users/${bob.userId}`, heard: ['neighbour'] },
]
