import { type Line, NOBODY, type Role, but } from '#tests/support/access/who'
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
  { route: 'postes.visitor_consents.destroy', method: 'DELETE', pattern: '/postes/:slug/visitors/:id/consent', answers: byClerks, params: lea, leads: list },
]
