import { type Line, shown } from '#tests/support/access/who'

// prettier-ignore
export const HOME: Line[] = [
  { route: 'home', method: 'GET', pattern: '/', answers: shown },
  { route: 'live', method: 'GET', pattern: '/live', answers: shown, query: ({ forum }) => ({ c: `fairs/${forum.id}` }) },
  { route: 'manifest', method: 'GET', pattern: '/manifest.webmanifest', answers: shown },
]
