import { type Line, forAdmins, shown, byAlice, byUsers, forUsers } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const my = ({ forum }: World) => `${forum.path}/my`
const news = ({ news }: World) => ({ id: news.id })

// prettier-ignore
export const MESSAGING: Line[] = [
  { route: 'messaging.news.index', method: 'GET', pattern: '/messages/news/region', answers: forUsers },
  { route: 'messaging.notifications.index', method: 'GET', pattern: '/messages/notifications', answers: forUsers },
  { route: 'messaging.notifications.region', method: 'GET', pattern: '/messages/notifications/region', answers: forUsers },
  { route: 'messaging.all_readings.store', method: 'POST', pattern: '/messages/notifications/readings', answers: byUsers, leads: () => '/messages/notifications' },
  { route: 'messaging.readings.store', method: 'POST', pattern: '/messages/news/:id/reading', answers: byAlice, params: news, leads: my, always: true },
  { route: 'messaging.deliveries.index', method: 'GET', pattern: '/admin/deliveries', answers: forAdmins },
  { route: 'messaging.mails.index', method: 'GET', pattern: '/dev/mails', answers: shown },
  { route: 'messaging.mails.show', method: 'GET', pattern: '/dev/mails/:id', answers: shown, params: ({ delivery }) => ({ id: delivery.id }) },
  { route: 'messaging.mails.templates.show', method: 'GET', pattern: '/dev/mails/templates/:domain/:name', answers: shown, params: () => ({ domain: 'messaging', name: 'trial' }) },
]
