import type { Letter } from '#models/mixins/delivering'

/**
 * Every template of resources/views/emails, with values such as it is given: /dev/mails shows them, and tests render
 * them. A new template needs its line.
 */
export const samples: Record<string, Pick<Letter, 'params' | 'secrets'>> = {
  'messaging/trial': {},
}
