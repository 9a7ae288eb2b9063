import { type Line, ALL, NOBODY, RUNNERS, USERS, but, byRunners, byWorkers, forRunners, forWorkers, shown } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const my = ({ forum }: World) => `${forum.path}/my`
const control = ({ forum }: World) => `${forum.path}/control`
const dashboard = ({ forum, acme }: World) => `${forum.path}/stands/${acme.id}/dashboard`
const link = ({ forum, acme }: World) => `${forum.path}/stands/${acme.id}/link`
const bob = ({ bob }: World) => ({ id: bob.id })
const interview = ({ acme, interview }: World) => ({ id: acme.id, interview: interview.id })
const token = ({ token }: World) => ({ token })
const staged = ({ staged }: World) => ({ id: staged.id })
const imports = ({ forum }: World) => `${forum.path}/stands/imports/create`
const aFair = {
  name: 'Salon du soir',
  place: 'Gymnase',
  startsAt: '2030-05-02T09:00',
  endsAt: '2030-05-02T17:00',
  slug: '',
  opensAt: '09:00',
  closesAt: '17:00',
  defaultSlots: '2',
  graceMinutes: '4',
  interviewMinutes: '12',
}
const aSheet = new File(['Entreprise;Créneaux\r\nHooli;2\r\n'], 'stands.csv')
const aStand = { name: 'Hooli', slots: '2', queueLimit: '', place: 'Allée B', organisation: 'Hooli' }

// prettier-ignore
export const FAIR: Line[] = [
  { route: 'fair.fairs.index', method: 'GET', pattern: '/salon', answers: shown },
  { route: 'fair.fairs.create', method: 'GET', pattern: '/salon/create', answers: { page: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) } },
  { route: 'fair.fairs.store', method: 'POST', pattern: '/salon', answers: { done: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) }, form: () => aFair, leads: () => '/salon/salon-du-soir/setup' },
  { route: 'fair.fairs.show', method: 'GET', pattern: '/salon/:slug', answers: shown },
  { route: 'fair.regions.fairs', method: 'GET', pattern: '/salon/:slug/region', answers: shown },
  { route: 'fair.fairs.edit', method: 'GET', pattern: '/salon/:slug/edit', answers: forRunners },
  { route: 'fair.fairs.update', method: 'PUT', pattern: '/salon/:slug', answers: byRunners, form: () => aFair, leads: ({ forum }) => `${forum.path}/setup` },
  { route: 'fair.openings.store', method: 'POST', pattern: '/salon/:slug/opening', answers: byRunners, leads: control },
  { route: 'fair.openings.destroy', method: 'DELETE', pattern: '/salon/:slug/opening', answers: byRunners, leads: control },
  { route: 'fair.controls.show', method: 'GET', pattern: '/salon/:slug/control', answers: forRunners },
  { route: 'fair.regions.controls', method: 'GET', pattern: '/salon/:slug/control/region', answers: forRunners },
  { route: 'fair.walls.show', method: 'GET', pattern: '/salon/:slug/wall', answers: { page: RUNNERS, refused: but(RUNNERS) } },
  { route: 'fair.regions.walls', method: 'GET', pattern: '/salon/:slug/wall/region', answers: { page: RUNNERS, refused: but(RUNNERS) } },
  { route: 'fair.wall_links.show', method: 'GET', pattern: '/salon/:slug/wall/link', answers: forRunners },
  { route: 'fair.wall_links.store', method: 'POST', pattern: '/salon/:slug/wall/link', answers: byRunners, leads: ({ forum }) => `${forum.path}/wall/link` },
  { route: 'fair.links.show', method: 'GET', pattern: '/salon/links/:token', answers: shown, params: token },
  { route: 'fair.links.store', method: 'POST', pattern: '/salon/links/:token', answers: { done: ALL }, params: token, leads: dashboard, always: true },
  { route: 'fair.stands.create', method: 'GET', pattern: '/salon/:slug/stands/create', answers: forRunners },
  { route: 'fair.stands.store', method: 'POST', pattern: '/salon/:slug/stands', answers: byRunners, form: () => aStand, leads: ({ forum }) => `${forum.path}/stands/*/link` },
  { route: 'fair.stands.edit', method: 'GET', pattern: '/salon/:slug/stands/:id/edit', answers: forRunners },
  { route: 'fair.stands.update', method: 'PUT', pattern: '/salon/:slug/stands/:id', answers: byRunners, form: () => aStand, leads: ({ forum }) => `${forum.path}/stands` },
  { route: 'fair.stand_links.show', method: 'GET', pattern: '/salon/:slug/stands/:id/link', answers: forRunners },
  { route: 'fair.stand_links.store', method: 'POST', pattern: '/salon/:slug/stands/:id/link', answers: byRunners, leads: link },
  { route: 'fair.stand_pauses.store', method: 'POST', pattern: '/salon/:slug/stands/:id/pause', answers: byWorkers, leads: dashboard },
  { route: 'fair.stand_pauses.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/:id/pause', answers: byWorkers, leads: dashboard },
  { route: 'fair.dashboards.show', method: 'GET', pattern: '/salon/:slug/stands/:id/dashboard', answers: forWorkers },
  { route: 'fair.regions.dashboards', method: 'GET', pattern: '/salon/:slug/stands/:id/dashboard/region', answers: forWorkers },
  { route: 'fair.closures.store', method: 'POST', pattern: '/salon/:slug/stands/:id/interviews/:interview/closure', answers: byWorkers, params: interview, leads: dashboard },
  { route: 'fair.closures.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/:id/interviews/:interview/closure', answers: byWorkers, params: interview, leads: dashboard },
  { route: 'fair.stand_exports.show', method: 'GET', pattern: '/salon/:slug/stands/export', answers: forRunners },
  { route: 'fair.stand_imports.create', method: 'GET', pattern: '/salon/:slug/stands/imports/create', answers: forRunners },
  { route: 'fair.stand_imports.store', method: 'POST', pattern: '/salon/:slug/stands/imports', answers: byRunners, file: aSheet, leads: ({ forum }) => `${forum.path}/stands/imports/*`, always: true },
  { route: 'fair.stand_imports.show', method: 'GET', pattern: '/salon/:slug/stands/imports/:id', answers: forRunners, params: staged },
  { route: 'fair.stand_imports.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/imports/:id', answers: byRunners, params: staged, leads: imports },
  { route: 'fair.stand_confirmations.store', method: 'POST', pattern: '/salon/:slug/stands/imports/:id/confirmation', answers: byRunners, params: staged, leads: ({ forum }) => `${forum.path}/stands` },
  { route: 'fair.stand_errors.show', method: 'GET', pattern: '/salon/:slug/stands/imports/:id/errors', answers: forRunners, params: staged },
  { route: 'fair.attendee_exports.show', method: 'GET', pattern: '/salon/:slug/attendees/export', answers: forRunners, told: true },
  { route: 'fair.attendees.index', method: 'GET', pattern: '/salon/:slug/attendees', answers: forRunners },
  { route: 'fair.attendees.show', method: 'GET', pattern: '/salon/:slug/attendees/:id', answers: forRunners, params: bob },
  { route: 'fair.regions.attendees', method: 'GET', pattern: '/salon/:slug/attendees/region', answers: forRunners },
  { route: 'fair.regions.attendee', method: 'GET', pattern: '/salon/:slug/attendees/:id/region', answers: forRunners, params: bob },
  { route: 'fair.attendees.store', method: 'POST', pattern: '/salon/:slug/attendees', answers: { done: USERS, signIn: NOBODY }, leads: my },
  { route: 'fair.overrides.store', method: 'POST', pattern: '/salon/:slug/attendees/:id/overrides', answers: byRunners, params: bob, form: () => ({ status: 'paused' }), leads: ({ forum, bob }) => `${forum.path}/attendees/${bob.id}` },
]
