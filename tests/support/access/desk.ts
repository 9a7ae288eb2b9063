import { type Line, type Role, RUNNERS, but, byWorkers } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const dashboard = ({ forum, acme }: World) => `${forum.path}/stands/${acme.id}/dashboard`
const aNote = { note: 'Parle trois langues', interest: '4', version: '0' }
const globex: Role[] = ['otherStand', ...RUNNERS]
const called = ({ globex, entry }: World) => ({ id: globex.id, entry: entry.id })
const at = ({ forum, globex }: World) => `${forum.path}/stands/${globex.id}/dashboard`
const own = { refused: but(['stand']) }

// prettier-ignore
export const DESK: Line[] = [
  { route: 'fair.stand_closures.store', method: 'POST', pattern: '/salon/:slug/stands/:id/closures', answers: byWorkers, form: ({ interview }) => ({ interviews: String(interview.id) }), leads: dashboard },
  { route: 'fair.entry_interviews.store', method: 'POST', pattern: '/salon/:slug/stands/:id/entries/:entry/interview', answers: { done: globex, refused: but(globex) }, params: called, leads: at },
  { route: 'fair.entry_calls.store', method: 'POST', pattern: '/salon/:slug/stands/:id/entries/:entry/call', answers: { done: globex, refused: but(globex) }, params: called, leads: at },
  { route: 'fair.absences.store', method: 'POST', pattern: '/salon/:slug/stands/:id/entries/:entry/absence', answers: { done: globex, refused: but(globex) }, params: called, leads: at },
  { route: 'fair.absences.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/:id/entries/:entry/absence', answers: { no: globex, refused: but(globex) }, params: called, leads: at },
  { route: 'fair.notes.update', method: 'PUT', pattern: '/salon/:slug/stands/:id/entries/:entry/note', answers: { done: ['stand'], ...own }, params: ({ acme, met }) => ({ id: acme.id, entry: met.id }), form: () => aNote, leads: dashboard },
  { route: 'fair.note_exports.show', method: 'GET', pattern: '/salon/:slug/stands/:id/notes/export', answers: { page: ['stand'], ...own }, told: true },
]
