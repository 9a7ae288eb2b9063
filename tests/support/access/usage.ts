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
  { route: 'postes.usages.show', method: 'GET', pattern: '/postes/:slug/usage', answers: byDesk, params: there },
  { route: 'postes.usage_exports.show', method: 'GET', pattern: '/postes/:slug/usage/export', answers: byDesk, params: there, told: true },
  { route: 'postes.reports.show', method: 'GET', pattern: '/postes/:slug/reports/:month', answers: byDesk, params: (world) => ({ ...there(world), month: '2026-11' }) },
]
