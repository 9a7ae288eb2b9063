import { PAIRING_CODE } from '#database/seeders/cast_postes'
import { ALL, type Line, shown } from '#tests/support/access/who'

/** Nobody of these stands on a poste: what its own screen may do is in tests/functional/postes/station.spec.ts. */
const byStations = { refused: ALL }
const code = () => ({ code: PAIRING_CODE })

// prettier-ignore
export const STATION: Line[] = [
  { route: 'postes.station.show', method: 'GET', pattern: '/station', answers: shown },
  { route: 'postes.station.pairings.store', method: 'POST', pattern: '/station/pairing', answers: { done: ALL }, form: code, leads: () => '/station' },
  { route: 'postes.station.requests.store', method: 'POST', pattern: '/station/request', answers: { done: ALL }, leads: () => '/station', always: true },
  { route: 'postes.station.entries.store', method: 'POST', pattern: '/station/entries', answers: byStations, form: code, tokenless: true },
  { route: 'postes.station.extensions.store', method: 'POST', pattern: '/station/extensions', answers: byStations, form: () => ({ minutes: '15' }), tokenless: true },
  { route: 'postes.station.messages.store', method: 'POST', pattern: '/station/messages', answers: byStations, form: () => ({ words: 'Bonjour' }), tokenless: true },
  { route: 'postes.station.messages.update', method: 'PUT', pattern: '/station/messages/:id', answers: byStations, tokenless: true },
  { route: 'postes.station.sessions.destroy', method: 'DELETE', pattern: '/station/session', answers: byStations, tokenless: true },
  { route: 'postes.station.states.show', method: 'GET', pattern: '/station/state', answers: byStations },
  { route: 'postes.station.heartbeats.store', method: 'POST', pattern: '/station/heartbeats', answers: byStations, tokenless: true },
  { route: 'postes.station.outages.store', method: 'POST', pattern: '/station/outages', answers: byStations, tokenless: true },
  { route: 'postes.regions.station', method: 'GET', pattern: '/station/region', answers: byStations },
]
