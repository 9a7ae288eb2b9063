import type { Letter } from '#models/mixins/delivering'

/**
 * Every template of resources/views/emails, with values such as it is given: /dev/mails shows them, and tests render
 * them. A new template needs its line.
 */
export const samples: Record<string, Pick<Letter, 'params' | 'secrets'>> = {
  'messaging/digest': {
    params: {
      name: 'Camille',
      count: 21,
      lines: JSON.stringify([
        { sentence: 'Nouvelle candidature d’Alice Durand.', path: '/messages/notifications' },
        { sentence: 'Message de Rachid Benali.', path: '/messages/notifications' },
      ]),
    },
    secrets: { unsubscribe: '/messages/unsubscriptions/…' },
  },
  'messaging/notification': {
    params: { name: 'Camille', sentence: 'Nouvelle candidature d’Alice Durand.', path: '/messages/notifications' },
    secrets: { unsubscribe: '/messages/unsubscriptions/…' },
  },
  'messaging/trial': {},
  'accounts/verification': { secrets: { token: 'secret' } },
  'accounts/already_registered': { params: { name: 'Inès' }, secrets: { token: 'secret' } },
  'accounts/reset': { params: { name: 'Inès' }, secrets: { token: 'secret' } },
  'accounts/password_changed': { params: { name: 'Inès' } },
  'accounts/email_change': { secrets: { token: 'secret' } },
  'accounts/email_change_notice': { params: { name: 'Inès' } },
  'accounts/email_changed_notice': { params: { name: 'Inès' } },
  'accounts/deletion_asked': { params: { name: 'Inès' } },
}
