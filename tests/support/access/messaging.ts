import { BROWSER } from '#tests/support/push'
import { type Line, ALL, STRANGERS, USERS, byAlice, byUsers, forAdmins, forUsers, shown } from '#tests/support/access/who'
import { unsubscribePath } from '#models/mixins/unsubscribing'
import type { World } from '#tests/support/world'

const my = ({ forum }: World) => `${forum.path}/my`
const news = ({ news }: World) => ({ id: news.id })
const wayOut = ({ alice }: World) => unsubscribePath({ userId: alice.userId!, kind: 'messaging.message_received' })
const mails = (world: World) => ({ token: wayOut(world).split('/').pop()! })

// prettier-ignore
export const MESSAGING: Line[] = [
  { route: 'messaging.news.index', method: 'GET', pattern: '/messages/news/region', answers: forUsers },
  { route: 'messaging.notifications.index', method: 'GET', pattern: '/messages/notifications', answers: forUsers },
  { route: 'messaging.notifications.region', method: 'GET', pattern: '/messages/notifications/region', answers: forUsers },
  { route: 'messaging.all_readings.store', method: 'POST', pattern: '/messages/notifications/readings', answers: byUsers, leads: () => '/messages/notifications' },
  { route: 'messaging.preferences.edit', method: 'GET', pattern: '/messages/preferences', answers: forUsers },
  { route: 'messaging.preferences.update', method: 'PUT', pattern: '/messages/preferences', answers: byUsers, form: () => ({ digest: 'weekly', 'mode[fair-passed-app]': 'off' }), leads: () => '/messages/preferences' },
  { route: 'messaging.push_subscriptions.store', method: 'POST', pattern: '/messages/push-subscriptions', answers: { done: [...USERS, 'guest'], signIn: STRANGERS }, form: ({ forum }) => ({ ...BROWSER, fairId: String(forum.id) }), leads: () => '/messages/preferences' },
  { route: 'messaging.push_subscriptions.destroy', method: 'DELETE', pattern: '/messages/push-subscriptions/:id', answers: byAlice, params: ({ device }) => ({ id: device.id }), leads: () => '/messages/preferences' },
  { route: 'messaging.unsubscriptions.show', method: 'GET', pattern: '/messages/unsubscriptions/:token', answers: shown, params: mails },
  { route: 'messaging.unsubscriptions.store', method: 'POST', pattern: '/messages/unsubscriptions/:token', answers: { done: ALL }, params: mails, form: () => ({ page: '1' }), leads: wayOut, always: true, tokenless: true },
  { route: 'messaging.readings.store', method: 'POST', pattern: '/messages/news/:id/reading', answers: byAlice, params: news, leads: my, always: true },
  { route: 'messaging.deliveries.index', method: 'GET', pattern: '/admin/deliveries', answers: forAdmins },
  { route: 'messaging.mails.index', method: 'GET', pattern: '/dev/mails', answers: shown },
  { route: 'messaging.mails.show', method: 'GET', pattern: '/dev/mails/:id', answers: shown, params: ({ delivery }) => ({ id: delivery.id }) },
  { route: 'messaging.mails.templates.show', method: 'GET', pattern: '/dev/mails/templates/:domain/:name', answers: shown, params: () => ({ domain: 'messaging', name: 'trial' }) },
]
