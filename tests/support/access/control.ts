import { type Line, byRunners, forRunners } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const under = (path: string) => (world: World) => `${world.forum.path}/${path}`
const announcement = ({ announcement }: World) => ({ id: announcement.id })
const aWord = { text: 'Le buffet est ouvert.', lasts: 'hour', standId: '' }

// prettier-ignore
export const CONTROL: Line[] = [
  { route: 'fair.regions.people', method: 'GET', pattern: '/salon/:slug/control/people', answers: forRunners },
  { route: 'fair.regions.hours', method: 'GET', pattern: '/salon/:slug/control/hours', answers: forRunners },
  { route: 'fair.announcements.index', method: 'GET', pattern: '/salon/:slug/announcements', answers: forRunners },
  { route: 'fair.announcements.store', method: 'POST', pattern: '/salon/:slug/announcements', answers: byRunners, form: () => aWord, leads: under('announcements') },
  { route: 'fair.announcements.destroy', method: 'DELETE', pattern: '/salon/:slug/announcements/:id', answers: byRunners, params: announcement, leads: under('announcements') },
]
