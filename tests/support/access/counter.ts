import { type Line, type Role, NOBODY, but, shown } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const OPERATORS: Role[] = ['operator', 'admin']
const forOperators = { page: OPERATORS, signIn: NOBODY, refused: but(NOBODY, OPERATORS) }
const byOperators = { done: OPERATORS, signIn: NOBODY, refused: but(NOBODY, OPERATORS) }
/** What only the state of things forbids. */
const notNow = { no: OPERATORS, signIn: NOBODY, refused: but(NOBODY, OPERATORS) }

const at = ({ room }: World) => ({ slug: room.site.slug })
const desk = ({ room }: World) => `${room.site.path}/desk`
const ana = ({ room }: World) => ({ slug: room.site.slug, id: room.session.id })
const waiting = ({ room }: World) => ({ slug: room.site.slug, id: room.issued.id })
const poste =
  (n: number) =>
  ({ room }: World) => ({ slug: room.site.slug, id: room.postes[n].id })
const asked = ({ room }: World) => ({ slug: room.site.slug, id: room.extension.id })
const placed = ({ room }: World) => ({ slug: room.site.slug, id: room.ticket.id })
const made =
  (what: string) =>
  ({ room }: World) =>
    `${room.site.path}/${what}`

// prettier-ignore
export const COUNTER: Line[] = [
  { route: 'postes.links.show', method: 'GET', pattern: '/postes/links/:token', answers: shown, params: ({ room }) => ({ token: room.wallToken }) },
  { route: 'postes.links.store', method: 'POST', pattern: '/postes/links/:token', answers: { done: shown.page }, params: ({ room }) => ({ token: room.wallToken }), leads: made('wall'), always: true },
  { route: 'postes.desks.show', method: 'GET', pattern: '/postes/:slug/desk', answers: forOperators, params: at },
  { route: 'postes.sessions.create', method: 'GET', pattern: '/postes/:slug/sessions/create', answers: forOperators, params: at },
  { route: 'postes.sessions.store', method: 'POST', pattern: '/postes/:slug/sessions', answers: byOperators, params: at, form: () => ({ visitorId: '', minutes: '30', other: '' }), leads: made('sessions/*/code') },
  { route: 'postes.sessions.show', method: 'GET', pattern: '/postes/:slug/sessions/:id', answers: forOperators, params: ana },
  { route: 'postes.sessions.destroy', method: 'DELETE', pattern: '/postes/:slug/sessions/:id', answers: byOperators, params: ana, form: () => ({ sentence: 'Nous fermons.' }), leads: desk },
  { route: 'postes.codes.show', method: 'GET', pattern: '/postes/:slug/sessions/:id/code', answers: forOperators, params: waiting },
  { route: 'postes.code_papers.show', method: 'GET', pattern: '/postes/:slug/sessions/:id/code/:format', answers: forOperators, params: (world) => ({ ...waiting(world), format: 'roll' }) },
  { route: 'postes.starts.store', method: 'POST', pattern: '/postes/:slug/sessions/:id/start', answers: byOperators, params: waiting, leads: desk },
  { route: 'postes.suspensions.store', method: 'POST', pattern: '/postes/:slug/sessions/:id/suspension', answers: byOperators, params: ana, leads: desk },
  { route: 'postes.suspensions.destroy', method: 'DELETE', pattern: '/postes/:slug/sessions/:id/suspension', answers: notNow, params: ana },
  { route: 'postes.additions.store', method: 'POST', pattern: '/postes/:slug/sessions/:id/additions', answers: byOperators, params: ana, form: () => ({ minutes: '15' }), leads: desk },
  { route: 'postes.placements.update', method: 'PUT', pattern: '/postes/:slug/sessions/:id/poste', answers: byOperators, params: ana, form: ({ room }) => ({ posteId: String(room.postes[1].id) }), leads: desk },
  { route: 'postes.restorations.store', method: 'POST', pattern: '/postes/:slug/sessions/:id/restoration', answers: notNow, params: ana },
  { route: 'postes.extensions.edit', method: 'GET', pattern: '/postes/:slug/extensions/:id/edit', answers: forOperators, params: asked },
  { route: 'postes.extensions.update', method: 'PUT', pattern: '/postes/:slug/extensions/:id', answers: byOperators, params: asked, form: () => ({ answer: 'accepted', sentence: 'Avec plaisir' }), leads: desk },
  { route: 'postes.messages.store', method: 'POST', pattern: '/postes/:slug/postes/:id/messages', answers: byOperators, params: poste(0), form: () => ({ words: 'Nous fermons à 18 h.' }), leads: desk },
  { route: 'postes.messages.update', method: 'PUT', pattern: '/postes/:slug/postes/:id/messages/:message', answers: byOperators, params: (world) => ({ ...poste(0)(world), message: world.room.message.id }), leads: desk },
  { route: 'postes.maintenances.store', method: 'POST', pattern: '/postes/:slug/postes/:id/maintenance', answers: byOperators, params: poste(1), form: () => ({ maintenance: 'Clavier' }), leads: desk },
  { route: 'postes.maintenances.destroy', method: 'DELETE', pattern: '/postes/:slug/postes/:id/maintenance', answers: byOperators, params: poste(3), leads: desk },
  { route: 'postes.calls.store', method: 'POST', pattern: '/postes/:slug/calls', answers: byOperators, params: at, leads: desk },
  { route: 'postes.tickets.create', method: 'GET', pattern: '/postes/:slug/tickets/create', answers: forOperators, params: at },
  { route: 'postes.tickets.store', method: 'POST', pattern: '/postes/:slug/tickets', answers: byOperators, params: at, form: () => ({ visitorId: '', minutes: '30', other: '' }), leads: made('tickets/*') },
  { route: 'postes.tickets.show', method: 'GET', pattern: '/postes/:slug/tickets/:id', answers: forOperators, params: placed },
  { route: 'postes.tickets.destroy', method: 'DELETE', pattern: '/postes/:slug/tickets/:id', answers: byOperators, params: placed, leads: desk },
  { route: 'postes.ticket_calls.store', method: 'POST', pattern: '/postes/:slug/tickets/:id/call', answers: byOperators, params: placed, leads: desk },
  { route: 'postes.ticket_absences.store', method: 'POST', pattern: '/postes/:slug/tickets/:id/absence', answers: notNow, params: placed },
  { route: 'postes.ticket_sessions.store', method: 'POST', pattern: '/postes/:slug/tickets/:id/session', answers: byOperators, params: placed, leads: made('sessions/*/code') },
  { route: 'postes.wall_links.show', method: 'GET', pattern: '/postes/:slug/wall/link', answers: forOperators, params: at },
  { route: 'postes.wall_links.store', method: 'POST', pattern: '/postes/:slug/wall/link', answers: byOperators, params: at, leads: made('wall/link') },
  { route: 'postes.walls.show', method: 'GET', pattern: '/postes/:slug/wall', answers: { page: OPERATORS, refused: but(OPERATORS) }, params: at },
  { route: 'postes.regions.desk', method: 'GET', pattern: '/postes/:slug/desk/region', answers: forOperators, params: at },
  { route: 'postes.regions.code', method: 'GET', pattern: '/postes/:slug/sessions/:id/code/region', answers: forOperators, params: waiting },
  { route: 'postes.regions.wall', method: 'GET', pattern: '/postes/:slug/wall/region', answers: { page: OPERATORS, refused: but(OPERATORS) }, params: at },
]
