import { ALL, type Line, NOBODY, type Role, USERS, but, forUsers, shown as everybody } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

/** Those who work at the desk of the site. */
const CLERKS: Role[] = ['operator', 'admin']
const forClerks = { page: CLERKS, signIn: NOBODY, refused: but(CLERKS, NOBODY) }
const byClerks = { done: CLERKS, signIn: NOBODY, refused: but(CLERKS, NOBODY) }
const room = ({ room }: World) => ({ slug: room.site.slug })
const lea = ({ room }: World) => ({ slug: room.site.slug, id: room.lea.id })
const sheet = ({ room }: World) => `${room.site.path}/visitors/${room.lea.id}`
const list = ({ room }: World) => `${room.site.path}/visitors`
const somebody = {
  familyName: 'Payet',
  givenName: 'Noé',
  email: 'noe@example.net',
  phone: '+44 7400 123456',
  address: '',
  postalCode: '97400',
  birthDate: '1990-05-02',
  notes: '',
}
/** One square. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const aPicture = new File([new Uint8Array(Buffer.from(PNG, 'base64'))], 'lea.png')
const shown = { kind: 'passport', seenOn: '2026-01-05' }
const link = (world: World) => `${sheet(world)}/link`
const claim = ({ room }: World) => ({ token: room.claim })
const withClaim = { absent: USERS, signIn: NOBODY }
const registration = { ...somebody, consents: 'on' }

// prettier-ignore
export const VISITORS: Line[] = [
  { route: 'postes.visitors.index', method: 'GET', pattern: '/postes/:slug/visitors', answers: forClerks, params: room },
  { route: 'postes.regions.visitors', method: 'GET', pattern: '/postes/:slug/visitors/region', answers: forClerks, params: room },
  { route: 'postes.regions.visitor_choices', method: 'GET', pattern: '/postes/:slug/visitors/choices', answers: forClerks, params: room },
  { route: 'postes.visitors.create', method: 'GET', pattern: '/postes/:slug/visitors/create', answers: forClerks, params: room },
  { route: 'postes.visitors.store', method: 'POST', pattern: '/postes/:slug/visitors', answers: byClerks, params: room, form: () => registration, leads: (world) => `${list(world)}/*` },
  { route: 'postes.guests.store', method: 'POST', pattern: '/postes/:slug/visitors/guests', answers: byClerks, params: room, leads: (world) => `${list(world)}/*` },
  { route: 'postes.visitors.show', method: 'GET', pattern: '/postes/:slug/visitors/:id', answers: forClerks, params: lea },
  { route: 'postes.visitors.edit', method: 'GET', pattern: '/postes/:slug/visitors/:id/edit', answers: forClerks, params: lea },
  { route: 'postes.visitors.update', method: 'PUT', pattern: '/postes/:slug/visitors/:id', answers: byClerks, params: lea, form: () => ({ ...somebody, version: '1' }), leads: sheet },
  { route: 'postes.visitors.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id', answers: byClerks, params: lea, leads: list },
  { route: 'postes.visitor_consents.store', method: 'POST', pattern: '/postes/:slug/visitors/:id/consent', answers: byClerks, params: lea, leads: sheet },
  { route: 'postes.identities.update', method: 'PUT', pattern: '/postes/:slug/visitors/:id/identity', answers: byClerks, params: lea, form: () => shown, leads: sheet },
  { route: 'postes.identities.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id/identity', answers: byClerks, params: lea, leads: sheet },
  { route: 'postes.identity_readings.store', method: 'POST', pattern: '/postes/:slug/visitors/:id/identity/reading', answers: { no: CLERKS, signIn: NOBODY, refused: forClerks.refused }, params: lea },
  { route: 'postes.merges.create', method: 'GET', pattern: '/postes/:slug/visitors/:id/merge/create', answers: forClerks, params: lea },
  { route: 'postes.merges.store', method: 'POST', pattern: '/postes/:slug/visitors/:id/merge', answers: byClerks, params: lea, form: ({ room }) => ({ otherId: String(room.ana.id) }), leads: sheet },
  { route: 'postes.visitor_links.show', method: 'GET', pattern: '/postes/:slug/visitors/:id/link', answers: forClerks, params: lea },
  { route: 'postes.visitor_links.store', method: 'POST', pattern: '/postes/:slug/visitors/:id/link', answers: byClerks, params: lea, leads: link },
  { route: 'postes.visitor_links.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id/link', answers: byClerks, params: lea, leads: link },
  { route: 'postes.visitor_accounts.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id/account', answers: byClerks, params: lea, leads: sheet },
  { route: 'postes.visitor_exports.show', method: 'GET', pattern: '/postes/:slug/visitors/:id/export', answers: forClerks, params: lea, told: true },
  { route: 'postes.photos.show', method: 'GET', pattern: '/postes/:slug/visitors/:id/photo', answers: { absent: CLERKS, signIn: NOBODY, refused: forClerks.refused }, params: lea },
  { route: 'postes.photos.store', method: 'POST', pattern: '/postes/:slug/visitors/:id/photo', answers: byClerks, params: lea, file: aPicture, leads: sheet },
  { route: 'postes.photos.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id/photo', answers: byClerks, params: lea, leads: sheet },
  { route: 'postes.notices.show', method: 'GET', pattern: '/postes/:slug/notice', answers: everybody, params: room },
  { route: 'postes.claims.show', method: 'GET', pattern: '/postes/claims/:token', answers: everybody, params: claim },
  { route: 'postes.claims.store', method: 'POST', pattern: '/postes/claims/:token', answers: { done: ALL }, params: claim, leads: () => '/compte/postes/claim', always: true },
  { route: 'postes.my_registrations.index', method: 'GET', pattern: '/compte/postes', answers: forUsers },
  { route: 'postes.my_registrations.destroy', method: 'DELETE', pattern: '/compte/postes/:id', answers: withClaim, params: lea },
  { route: 'postes.my_exports.show', method: 'GET', pattern: '/compte/postes/:id/export', answers: withClaim, params: lea },
  { route: 'postes.my_claims.show', method: 'GET', pattern: '/compte/postes/claim', answers: withClaim },
  { route: 'postes.my_claims.store', method: 'POST', pattern: '/compte/postes/claim', answers: withClaim },
  { route: 'postes.visitor_consents.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id/consent', answers: byClerks, params: lea, leads: list },
]
