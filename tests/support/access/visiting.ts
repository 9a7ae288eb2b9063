/* What candidates and visitors do at a fair, with an account or with a name only. */
import { type Line, ALL, ATTENDEES, NOBODY, STRANGERS, USERS, but, byAttendees, shown } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const my = ({ forum }: World) => `${forum.path}/my`
const guest = ({ guest }: World) => ({ token: guest.token })
const entry = ({ entry }: World) => ({ id: entry.id })
const aGuest = ({ initech }: World) => ({ standId: String(initech.id), givenName: 'Inès', familyName: 'Garcia', token: 'x'.repeat(32) })

// prettier-ignore
export const VISITING: Line[] = [
  { route: 'fair.stands.show', method: 'GET', pattern: '/salon/:slug/stands/:id', answers: shown },
  { route: 'fair.regions.stand', method: 'GET', pattern: '/salon/:slug/stands/:id/region', answers: shown },
  { route: 'fair.guests.store', method: 'POST', pattern: '/salon/:slug/guests', answers: { done: NOBODY, known: USERS }, form: aGuest, leads: my },
  { route: 'fair.guests.destroy', method: 'DELETE', pattern: '/salon/:slug/guests/current', answers: { done: ALL }, leads: ({ forum }) => forum.path },
  { route: 'fair.guest_links.show', method: 'GET', pattern: '/salon/:slug/guests/:token', answers: shown, params: guest },
  { route: 'fair.guest_links.store', method: 'POST', pattern: '/salon/:slug/guests/:token', answers: { done: ALL }, params: guest, leads: my, always: true },
  { route: 'fair.my_claims.store', method: 'POST', pattern: '/salon/:slug/my/claim', answers: { signIn: NOBODY, absent: USERS } },
  { route: 'fair.my_attendances.show', method: 'GET', pattern: '/salon/:slug/my', answers: { page: ATTENDEES, signIn: STRANGERS, elsewhere: but(ATTENDEES, STRANGERS) } },
  { route: 'fair.regions.my_attendances', method: 'GET', pattern: '/salon/:slug/my/region', answers: { page: ATTENDEES, signIn: STRANGERS, absent: but(ATTENDEES, STRANGERS) } },
  { route: 'fair.my_entries.store', method: 'POST', pattern: '/salon/:slug/my/entries', answers: { done: [...USERS, 'guest'], signIn: STRANGERS }, form: ({ initech }) => ({ standId: String(initech.id) }), leads: my },
  { route: 'fair.my_entries.destroy', method: 'DELETE', pattern: '/salon/:slug/my/entries/:id', answers: { done: ['attendee'], signIn: STRANGERS, absent: but(['attendee'], STRANGERS) }, params: entry, leads: my },
  { route: 'fair.my_prolongations.store', method: 'POST', pattern: '/salon/:slug/my/entries/:id/prolongation', answers: { done: ['attendee'], signIn: STRANGERS, absent: but(['attendee'], STRANGERS) }, params: entry, leads: my },
  { route: 'fair.my_returns.store', method: 'POST', pattern: '/salon/:slug/my/entries/:id/return', answers: { done: ['attendee'], signIn: STRANGERS, absent: but(['attendee'], STRANGERS) }, params: entry, leads: my },
  { route: 'fair.my_readings.store', method: 'POST', pattern: '/salon/:slug/my/announcements/:id/reading', answers: { done: ['guest'], signIn: STRANGERS, absent: but(['guest'], STRANGERS) }, params: ({ announcement }) => ({ id: announcement.id }), leads: my },
  { route: 'fair.my_interviews.store', method: 'POST', pattern: '/salon/:slug/my/interviews', answers: { done: ['attendee'], no: ['neighbour', 'guest'], signIn: STRANGERS, absent: but(ATTENDEES, STRANGERS) }, form: ({ globex }) => ({ standId: String(globex.id) }), leads: my },
  { route: 'fair.my_pauses.store', method: 'POST', pattern: '/salon/:slug/my/pause', answers: byAttendees, leads: my },
  { route: 'fair.my_pauses.destroy', method: 'DELETE', pattern: '/salon/:slug/my/pause', answers: byAttendees, leads: my },
]
