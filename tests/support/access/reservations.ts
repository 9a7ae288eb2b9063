import { DateTime } from 'luxon'
import { type Line, type Role, NOBODY, USERS, but, forUsers } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const DESK: Role[] = ['operator', 'admin']
const forDesk = { page: DESK, signIn: NOBODY, refused: but(NOBODY, DESK) }
const byDesk = { done: DESK, signIn: NOBODY, refused: but(NOBODY, DESK) }

const at = ({ room }: World) => ({ slug: room.site.slug })
const lea = ({ room }: World) => ({ slug: room.site.slug, id: room.reservation.id })
const sheet = ({ room }: World) => `${room.site.path}/reservations/${room.reservation.id}`
const day = ({ room }: World) => `${room.site.path}/reservations?day=${room.reservation.dayIso}`
const slot = () => ({ day: DateTime.now().plus({ days: 2 }).toISODate(), time: '10:00', posteId: '', minutes: '30', other: '' })

// prettier-ignore
export const RESERVATIONS: Line[] = [
  { route: 'postes.reservations.index', method: 'GET', pattern: '/postes/:slug/reservations', answers: forDesk, params: at },
  { route: 'postes.regions.reservations', method: 'GET', pattern: '/postes/:slug/reservations/region', answers: forDesk, params: at },
  { route: 'postes.reservation_exports.show', method: 'GET', pattern: '/postes/:slug/reservations/export', answers: forDesk, params: at, told: true },
  { route: 'postes.reservations.create', method: 'GET', pattern: '/postes/:slug/reservations/create', answers: forDesk, params: at },
  { route: 'postes.reservations.store', method: 'POST', pattern: '/postes/:slug/reservations', answers: byDesk, params: at, form: () => ({ visitorId: '', ...slot() }), leads: ({ room }) => `${room.site.path}/reservations/*` },
  { route: 'postes.reservations.show', method: 'GET', pattern: '/postes/:slug/reservations/:id', answers: forDesk, params: lea },
  { route: 'postes.reservations.edit', method: 'GET', pattern: '/postes/:slug/reservations/:id/edit', answers: forDesk, params: lea },
  { route: 'postes.reservations.update', method: 'PUT', pattern: '/postes/:slug/reservations/:id', answers: byDesk, params: lea, form: slot, leads: sheet },
  { route: 'postes.reservation_calls.store', method: 'POST', pattern: '/postes/:slug/reservations/:id/call', answers: byDesk, params: lea, leads: ({ room }) => `${room.site.path}/reservations` },
  { route: 'postes.reservation_sessions.store', method: 'POST', pattern: '/postes/:slug/reservations/:id/session', answers: { no: DESK, signIn: NOBODY, refused: but(NOBODY, DESK) }, params: lea },
  { route: 'postes.reservations.destroy', method: 'DELETE', pattern: '/postes/:slug/reservations/:id', answers: byDesk, params: lea, leads: day },
  { route: 'postes.my_reservations.create', method: 'GET', pattern: '/compte/postes/reservations/create', answers: forUsers },
  { route: 'postes.my_reservations.store', method: 'POST', pattern: '/compte/postes/reservations', answers: { absent: USERS, signIn: NOBODY }, form: ({ room }) => ({ registrationId: String(room.lea.id), ...slot() }) },
  { route: 'postes.my_reservations.destroy', method: 'DELETE', pattern: '/compte/postes/reservations/:id', answers: { absent: USERS, signIn: NOBODY }, params: lea },
]
