import { type Line, byRunners, forRunners } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const under = (path: string) => (world: World) => `${world.forum.path}/${path}`
const announcement = ({ announcement }: World) => ({ id: announcement.id })
const entry = ({ entry }: World) => ({ id: entry.id })
const sheet = ({ forum, alice }: World) => `${forum.path}/attendees/${alice.id}`
const aWord = { text: 'Le buffet est ouvert.', lasts: 'hour', standId: '' }

// prettier-ignore
export const CONTROL: Line[] = [
  { route: 'fair.regions.people', method: 'GET', pattern: '/salon/:slug/control/people/region', answers: forRunners },
  { route: 'fair.regions.hours', method: 'GET', pattern: '/salon/:slug/control/hours/region', answers: forRunners },
  { route: 'fair.announcements.index', method: 'GET', pattern: '/salon/:slug/announcements', answers: forRunners },
  { route: 'fair.announcements.store', method: 'POST', pattern: '/salon/:slug/announcements', answers: byRunners, form: () => aWord, leads: under('announcements') },
  { route: 'fair.announcements.destroy', method: 'DELETE', pattern: '/salon/:slug/announcements/:id', answers: byRunners, params: announcement, leads: under('announcements') },
  { route: 'fair.entries.create', method: 'GET', pattern: '/salon/:slug/entries/create', answers: forRunners, query: ({ acme }) => ({ stand: String(acme.id), q: 'martin' }) },
  { route: 'fair.entries.store', method: 'POST', pattern: '/salon/:slug/entries', answers: byRunners, form: ({ initech, bob }) => ({ standId: String(initech.id), attendeeId: String(bob.id) }), leads: under('control') },
  { route: 'fair.entries.destroy', method: 'DELETE', pattern: '/salon/:slug/entries/:id', answers: byRunners, params: entry, leads: sheet },
  { route: 'fair.ranks.edit', method: 'GET', pattern: '/salon/:slug/entries/:id/rank/edit', answers: forRunners, params: entry },
  { route: 'fair.ranks.update', method: 'PUT', pattern: '/salon/:slug/entries/:id/rank', answers: byRunners, params: entry, form: () => ({ rank: '1' }), leads: sheet },
  { route: 'fair.reinstatements.store', method: 'POST', pattern: '/salon/:slug/entries/:id/reinstatement', answers: byRunners, params: entry, leads: sheet },
  { route: 'fair.pauses.store', method: 'POST', pattern: '/salon/:slug/pause', answers: byRunners, leads: under('control') },
  { route: 'fair.pauses.destroy', method: 'DELETE', pattern: '/salon/:slug/pause', answers: byRunners, leads: under('control') },
  { route: 'fair.releases.create', method: 'GET', pattern: '/salon/:slug/release/create', answers: forRunners },
  { route: 'fair.releases.store', method: 'POST', pattern: '/salon/:slug/release', answers: byRunners, form: () => ({ agreement: 'LIBÉRER' }), leads: under('control') },
  { route: 'fair.events.index', method: 'GET', pattern: '/salon/:slug/events', answers: forRunners },
  { route: 'fair.exports.index', method: 'GET', pattern: '/salon/:slug/exports', answers: forRunners },
  { route: 'fair.exports.show', method: 'GET', pattern: '/salon/:slug/exports/:file', answers: forRunners, params: () => ({ file: 'entries' }), told: true },
  { route: 'fair.reports.show', method: 'GET', pattern: '/salon/:slug/report', answers: forRunners },
]
