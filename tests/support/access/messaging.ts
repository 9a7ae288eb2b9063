import { type Line, byAlice, forUsers } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const my = ({ forum }: World) => `${forum.path}/my`
const news = ({ news }: World) => ({ id: news.id })

// prettier-ignore
export const MESSAGING: Line[] = [
  { route: 'messaging.news.index', method: 'GET', pattern: '/messages/news/region', answers: forUsers },
  { route: 'messaging.readings.store', method: 'POST', pattern: '/messages/news/:id/reading', answers: byAlice, params: news, leads: my, always: true },
]
