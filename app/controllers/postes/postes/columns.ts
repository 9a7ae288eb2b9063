import type { PosteRow } from '#models/postes/poste_list'
import type { Column } from '#services/csv'

/** Their order never changes. */
export const POSTE_COLUMNS: Column<PosteRow>[] = [
  { title: 'usage.columns.id', kind: 'number', of: (row) => row.id },
  { title: 'usage.columns.poste', of: (row) => row.name },
  { title: 'sites.fields.use', of: (row, t) => t(`sites.uses.${row.kind}`) },
  { title: 'sites.fields.place', of: (row) => row.place },
  { title: 'usage.columns.state', of: (row, t) => t(`sites.states.${row.state}`) },
  { title: 'sites.fields.ip', of: (row) => row.ip },
  { title: 'sites.fields.mac', of: (row) => row.mac },
  { title: 'sites.fields.notes', of: (row) => row.notes },
  { title: 'sites.export.installed', kind: 'number', of: (row) => Number(row.installed) },
  { title: 'sites.export.agent', kind: 'number', of: (row) => Number(row.agent) },
  { title: 'sites.export.silent', kind: 'moment', of: (row) => row.offlineSince },
  { title: 'sites.export.created', kind: 'moment', of: (row) => row.createdAt },
  { title: 'sites.export.retired', kind: 'moment', of: (row) => row.retiredAt },
]
