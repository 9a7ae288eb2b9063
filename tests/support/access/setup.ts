import { type Line, NOBODY, RUNNERS, but, byRunners, byWorkers, forRunners } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const under = (path: string) => (world: World) => `${world.forum.path}/${path}`
const david = ({ david }: World) => ({ id: david.id })
const alice = ({ alice }: World) => ({ id: alice.id })
const slip = ({ forum, david }: World) => `${forum.path}/attendees/${david.id}/link`
const people = ({ people }: World) => ({ id: people.id })
const forAdmin = { page: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) } as const
const byAdmin = { done: ['admin'], signIn: NOBODY, refused: but(NOBODY, ['admin']) } as const
const aCopy = { name: 'Salon de demain', place: 'Gymnase', startsAt: '2031-05-02T09:00', endsAt: '2031-05-02T17:00', slug: '' }
const aPerson = { givenName: 'Yves', familyName: 'Le Gall', email: 'yves@example.net', phone: '0612345678' }
const aSheet = new File(['Nom de famille;Prénom\r\nLe Gall;Yves\r\n'], 'people.csv')

// prettier-ignore
export const SETUP: Line[] = [
  { route: 'fair.setups.show', method: 'GET', pattern: '/salon/:slug/setup', answers: forRunners },
  { route: 'fair.archives.store', method: 'POST', pattern: '/salon/:slug/archive', answers: { no: RUNNERS, signIn: NOBODY, refused: but(RUNNERS, NOBODY) } },
  { route: 'fair.archives.destroy', method: 'DELETE', pattern: '/salon/:slug/archive', answers: byRunners, leads: under('setup') },
  { route: 'fair.copies.create', method: 'GET', pattern: '/salon/:slug/copies/create', answers: forAdmin },
  { route: 'fair.copies.store', method: 'POST', pattern: '/salon/:slug/copies', answers: byAdmin, form: () => aCopy, leads: () => '/salon/salon-de-demain/setup' },
  { route: 'fair.stands.index', method: 'GET', pattern: '/salon/:slug/stands', answers: forRunners },
  { route: 'fair.stands.destroy', method: 'DELETE', pattern: '/salon/:slug/stands/:id', answers: byRunners, leads: under('stands') },
  { route: 'fair.stand_slots.update', method: 'PUT', pattern: '/salon/:slug/stands/:id/slots', answers: { no: ['stand', ...RUNNERS], refused: byWorkers.refused }, form: () => ({ slots: '3' }) },
  { route: 'fair.posters.index', method: 'GET', pattern: '/salon/:slug/posters', answers: forRunners },
  { route: 'fair.posters.show', method: 'GET', pattern: '/salon/:slug/stands/:id/poster', answers: forRunners },
  { route: 'fair.cards.index', method: 'GET', pattern: '/salon/:slug/cards', answers: forRunners },
  { route: 'fair.cards.show', method: 'GET', pattern: '/salon/:slug/stands/:id/card', answers: forRunners },
  { route: 'fair.papers.show', method: 'GET', pattern: '/salon/:slug/paper', answers: forRunners },
  { route: 'fair.registrations.create', method: 'GET', pattern: '/salon/:slug/registrations/create', answers: forRunners },
  { route: 'fair.registrations.store', method: 'POST', pattern: '/salon/:slug/registrations', answers: byRunners, form: ({ initech }) => ({ ...aPerson, firstStand: String(initech.id) }), leads: under('attendees/*') },
  { route: 'fair.attendees.edit', method: 'GET', pattern: '/salon/:slug/attendees/:id/edit', answers: forRunners, params: david },
  { route: 'fair.attendees.update', method: 'PUT', pattern: '/salon/:slug/attendees/:id', answers: byRunners, params: david, form: () => aPerson, leads: ({ forum, david }) => `${forum.path}/attendees/${david.id}` },
  { route: 'fair.attendee_interviews.store', method: 'POST', pattern: '/salon/:slug/attendees/:id/interviews', answers: byRunners, params: alice, form: ({ globex }) => ({ standId: String(globex.id) }), leads: ({ forum, alice }) => `${forum.path}/attendees/${alice.id}` },
  { route: 'fair.attendee_links.show', method: 'GET', pattern: '/salon/:slug/attendees/:id/link', answers: forRunners, params: david },
  { route: 'fair.attendee_links.store', method: 'POST', pattern: '/salon/:slug/attendees/:id/link', answers: byRunners, params: david, leads: slip },
  { route: 'fair.attendee_links.destroy', method: 'DELETE', pattern: '/salon/:slug/attendees/:id/link', answers: byRunners, params: david, leads: slip },
  { route: 'fair.attendee_imports.create', method: 'GET', pattern: '/salon/:slug/attendees/imports/create', answers: forRunners },
  { route: 'fair.attendee_imports.store', method: 'POST', pattern: '/salon/:slug/attendees/imports', answers: byRunners, file: aSheet, leads: under('attendees/imports/*'), always: true },
  { route: 'fair.attendee_imports.show', method: 'GET', pattern: '/salon/:slug/attendees/imports/:id', answers: forRunners, params: people },
  { route: 'fair.attendee_imports.destroy', method: 'DELETE', pattern: '/salon/:slug/attendees/imports/:id', answers: byRunners, params: people, leads: under('attendees/imports/create') },
  { route: 'fair.attendee_confirmations.store', method: 'POST', pattern: '/salon/:slug/attendees/imports/:id/confirmation', answers: byRunners, params: people, leads: under('attendees') },
  { route: 'fair.attendee_errors.show', method: 'GET', pattern: '/salon/:slug/attendees/imports/:id/errors', answers: forRunners, params: people },
]
