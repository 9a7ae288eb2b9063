import type { SessionRow } from '#models/postes/session_list'
import type Site from '#models/postes/site'
import type { Column } from '#services/csv'

const minutes = (seconds: number) => Math.round(seconds / 6) / 10

const SESSION: Column<SessionRow>[] = [
  { title: 'usage.columns.id', kind: 'number', of: (row) => row.id },
  { title: 'usage.columns.poste', of: (row) => row.poste },
  { title: 'usage.columns.state', of: (row, t) => t(`usage.states.${row.state}`) },
  { title: 'usage.columns.reason', of: (row, t) => (row.reason ? t(`usage.reasons.${row.reason}`) : '') },
  { title: 'usage.columns.issued', kind: 'moment', of: (row) => row.issuedAt },
  { title: 'usage.columns.started', kind: 'moment', of: (row) => row.startedAt },
  { title: 'usage.columns.ended', kind: 'moment', of: (row) => row.endedAt },
  { title: 'usage.columns.granted', kind: 'number', of: (row) => minutes(row.granted) },
  { title: 'usage.columns.added', kind: 'number', of: (row) => minutes(row.added) },
  { title: 'usage.columns.used', kind: 'number', of: (row) => minutes(row.used) },
  { title: 'usage.columns.guest', kind: 'number', of: (row) => row.guest },
]

/** Only where people are known by name. */
const PERSON: Column<SessionRow>[] = [
  { title: 'usage.columns.visitor', of: (row) => row.visitor },
  { title: 'usage.columns.postal_code', of: (row) => row.postalCode },
  { title: 'usage.columns.birth_year', kind: 'number', of: (row) => row.birthYear },
]

/** Their order never changes: what is personal comes last. */
export function sessionColumns(site: Site) {
  return site.isIdentified ? [...SESSION, ...PERSON] : SESSION
}
