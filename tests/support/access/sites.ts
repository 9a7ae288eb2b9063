import { type Line, ALL, NOBODY, type Role, but, byAdmins, forAdmins } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const OPERATORS: Role[] = ['operator', 'admin']
const forOperators = { page: OPERATORS, signIn: NOBODY, refused: but(OPERATORS, NOBODY) }
const byOperators = { done: OPERATORS, signIn: NOBODY, refused: but(OPERATORS, NOBODY) }

const slug = ({ room }: World) => ({ slug: room.site.slug })
const under = (path: string) => (world: World) => `${world.room.site.path}/${path}`
const nth = (n: number) => (world: World) => ({ ...slug(world), id: world.room.postes[n].id })
const sheet = (n: number) => (world: World) => `${world.room.site.path}/postes/${world.room.postes[n].id}`
const newcomer = (world: World) => ({ ...slug(world), id: world.room.newcomer.id })
const closing = (world: World) => ({ ...slug(world), id: world.room.closing.id })
const station = (world: World) => ({ ...nth(0)(world), station: world.room.station.id })
const home = ({ room }: World, role: Role) => (OPERATORS.includes(role) ? `${room.site.path}/desk` : room.site.path)

const aSite = { name: 'Médiathèque', address: '2 rue du Port', contact: 'donnees@example.net', mode: 'identified' }
const rules = {
  name: 'Espace numérique',
  address: '1 place de la Mairie',
  contact: '',
  maxMinutes: '120',
  defaultMinutes: '45',
  sessionsPerDay: '2',
  reservationDays: '7',
  reservationGraceMinutes: '15',
  codeHours: '12',
  warnings: '5 min, 30 s',
  idleWarningMinutes: '5',
  idleEndMinutes: '10',
  outageMinutes: '60',
}
const week = { day1: '9h-12h30, 14h-18h', day2: '', day3: '09:00–17:00', day4: '', day5: '', day6: '', day7: '' }
const days = { startsOn: '2031-07-14', endsOn: '2031-07-15', reason: 'Fête nationale' }
const aPoste = { name: 'Poste 9', use: 'office', ip: '192.168.1.9', mac: 'AA:BB:CC:DD:EE:09', place: 'Fenêtre', notes: 'Souris neuve' }

// prettier-ignore
export const SITES: Line[] = [
  { route: 'postes.sites.index', method: 'GET', pattern: '/postes', answers: { done: ALL }, leads: home, always: true },
  { route: 'postes.sites.show', method: 'GET', pattern: '/postes/:slug', answers: { page: ALL }, params: slug },
  { route: 'postes.regions.site', method: 'GET', pattern: '/postes/:slug/region', answers: { page: ALL }, params: slug },
  { route: 'postes.admin_sites.index', method: 'GET', pattern: '/admin/sites', answers: forAdmins },
  { route: 'postes.admin_sites.create', method: 'GET', pattern: '/admin/sites/create', answers: forAdmins },
  { route: 'postes.admin_sites.store', method: 'POST', pattern: '/admin/sites', answers: byAdmins, form: () => aSite, leads: () => '/postes/mediatheque/settings' },
  { route: 'postes.settings.show', method: 'GET', pattern: '/postes/:slug/settings', answers: forAdmins, params: slug },
  { route: 'postes.settings.edit', method: 'GET', pattern: '/postes/:slug/settings/edit', answers: forAdmins, params: slug },
  { route: 'postes.settings.update', method: 'PUT', pattern: '/postes/:slug/settings', answers: byAdmins, params: slug, form: () => rules, leads: under('settings') },
  { route: 'postes.hours.edit', method: 'GET', pattern: '/postes/:slug/hours/edit', answers: forAdmins, params: slug },
  { route: 'postes.hours.update', method: 'PUT', pattern: '/postes/:slug/hours', answers: byAdmins, params: slug, form: () => week, leads: under('settings') },
  { route: 'postes.modes.edit', method: 'GET', pattern: '/postes/:slug/mode/edit', answers: forAdmins, params: slug },
  { route: 'postes.modes.update', method: 'PUT', pattern: '/postes/:slug/mode', answers: byAdmins, params: slug, form: () => ({ mode: 'anonymous' }), leads: under('settings') },
  { route: 'postes.retirements.store', method: 'POST', pattern: '/postes/:slug/retirement', answers: { no: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) }, params: slug },
  { route: 'postes.closings.index', method: 'GET', pattern: '/postes/:slug/closings', answers: forAdmins, params: slug },
  { route: 'postes.closings.store', method: 'POST', pattern: '/postes/:slug/closings', answers: byAdmins, params: slug, form: () => days, leads: under('closings') },
  { route: 'postes.closings.destroy', method: 'DELETE', pattern: '/postes/:slug/closings/:id', answers: byAdmins, params: closing, leads: under('closings') },
  { route: 'postes.postes.index', method: 'GET', pattern: '/postes/:slug/postes', answers: forOperators, params: slug },
  { route: 'postes.poste_exports.show', method: 'GET', pattern: '/postes/:slug/postes/export', answers: { page: OPERATORS, signIn: NOBODY, refused: but(OPERATORS, NOBODY) }, params: slug, told: true },
  { route: 'postes.postes.create', method: 'GET', pattern: '/postes/:slug/postes/create', answers: forAdmins, params: slug },
  { route: 'postes.postes.store', method: 'POST', pattern: '/postes/:slug/postes', answers: byAdmins, params: slug, form: () => aPoste, leads: under('postes/*') },
  { route: 'postes.postes.show', method: 'GET', pattern: '/postes/:slug/postes/:id', answers: forOperators, params: nth(0) },
  { route: 'postes.postes.edit', method: 'GET', pattern: '/postes/:slug/postes/:id/edit', answers: forAdmins, params: nth(1) },
  { route: 'postes.postes.update', method: 'PUT', pattern: '/postes/:slug/postes/:id', answers: byAdmins, params: nth(1), form: () => aPoste, leads: sheet(1) },
  { route: 'postes.postes.destroy', method: 'DELETE', pattern: '/postes/:slug/postes/:id', answers: byAdmins, params: nth(1), leads: under('postes') },
  { route: 'postes.pairings.show', method: 'GET', pattern: '/postes/:slug/postes/:id/pairing', answers: forOperators, params: nth(1) },
  { route: 'postes.pairings.store', method: 'POST', pattern: '/postes/:slug/postes/:id/pairing', answers: byOperators, params: nth(1), leads: (world) => `${sheet(1)(world)}/pairing`, always: true },
  { route: 'postes.regions.pairing', method: 'GET', pattern: '/postes/:slug/postes/:id/pairing/region', answers: forOperators, params: nth(1) },
  { route: 'postes.poste_stations.destroy', method: 'DELETE', pattern: '/postes/:slug/postes/:id/stations/:station', answers: byAdmins, params: station, leads: sheet(0) },
  { route: 'postes.newcomers.index', method: 'GET', pattern: '/postes/:slug/newcomers', answers: forOperators, params: slug },
  { route: 'postes.newcomers.show', method: 'GET', pattern: '/postes/:slug/newcomers/:id', answers: forOperators, params: newcomer },
  { route: 'postes.newcomers.destroy', method: 'DELETE', pattern: '/postes/:slug/newcomers/:id', answers: byOperators, params: newcomer, leads: under('newcomers') },
  { route: 'postes.adoptions.store', method: 'POST', pattern: '/postes/:slug/newcomers/:id/adoption', answers: byOperators, params: newcomer, form: ({ room }) => ({ posteId: String(room.postes[1].id) }), leads: sheet(1) },
  { route: 'postes.regions.newcomers', method: 'GET', pattern: '/postes/:slug/newcomers/region', answers: forOperators, params: slug },
]
