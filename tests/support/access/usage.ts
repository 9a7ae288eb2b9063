import { type Line, type Role, NOBODY, but } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const DESK: Role[] = ['operator', 'admin']
const byDesk = { page: DESK, signIn: NOBODY, refused: but(NOBODY, DESK) }
const there = ({ room }: World) => ({ slug: room.site.slug })

// prettier-ignore
export const USAGE: Line[] = [
  { route: 'postes.session_lists.index', method: 'GET', pattern: '/postes/:slug/sessions', answers: byDesk, params: there },
  { route: 'postes.session_exports.show', method: 'GET', pattern: '/postes/:slug/sessions/export', answers: byDesk, params: there, told: true },
  { route: 'postes.events.index', method: 'GET', pattern: '/postes/:slug/events', answers: byDesk, params: there },
  { route: 'postes.event_exports.show', method: 'GET', pattern: '/postes/:slug/events/export', answers: byDesk, params: there, told: true },
]
