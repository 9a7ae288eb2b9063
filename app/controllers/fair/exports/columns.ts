import type { HttpContext } from '@adonisjs/core/http'
import type Fair from '#models/fair/fair'
import type { EntryRow, InterviewRow, StandRow, Taken } from '#models/fair/fair/exporting'
import type { AttendeeRow } from '#models/fair/fair/rostering'
import { type Column, streamCsv } from '#services/csv'

const ID = { title: 'control.exports.id', kind: 'number', of: (row: { id: number }) => row.id } as const
const NAME = { title: 'fair.attendees.name', of: (row: { name: string }) => row.name }
const EMAIL = { title: 'control.exports.email', of: (row: { email: string | null }) => row.email }
const STAND = { title: 'fair.stands.name', of: (row: { stand: string | null }) => row.stand }
const POSITION = { title: 'control.exports.position', kind: 'number', of: (row: { position: number }) => row.position } as const

const ATTENDEES: Column<AttendeeRow>[] = [
  ID,
  NAME,
  EMAIL,
  STAND,
  { title: 'control.exports.state', of: (row, t) => t(`fair.status.${row.status}`) },
  { title: 'fair.attendees.queues', kind: 'number', of: (row) => row.waiting },
  { title: 'fair.controls.interviews', kind: 'number', of: (row) => row.passed },
  { title: 'fair.exports.arrived', kind: 'moment', of: (row) => row.created_at },
]

const STANDS: Column<StandRow>[] = [
  ID,
  { title: 'fair.stands.name', of: (row) => row.name },
  { title: 'control.exports.place', of: (row) => row.place },
  { title: 'control.exports.state', of: (row, t) => t(row.paused ? 'fair.stands.on_pause' : 'fair.stands.recruiting') },
  { title: 'fair.stands.slots_label', kind: 'number', of: (row) => row.slots },
  { title: 'fair.stands.limit_label', kind: 'number', of: (row) => row.queueLimit },
  { title: 'fair.dashboards.inside', kind: 'number', of: (row) => row.inside },
  { title: 'fair.dashboards.waiting', kind: 'number', of: (row) => row.waiting },
  { title: 'fair.dashboards.passed', kind: 'number', of: (row) => row.passed },
]

const ENTRIES: Column<EntryRow>[] = [
  ID,
  NAME,
  EMAIL,
  STAND,
  POSITION,
  { title: 'control.exports.passed_at', kind: 'moment', of: (row) => row.passed },
  { title: 'control.exports.state', of: (row, t) => t(`control.exports.states.${row.state}`) },
  { title: 'control.exports.joined_at', kind: 'moment', of: (row) => row.joined },
  { title: 'control.exports.left_at', kind: 'moment', of: (row) => row.left },
]

const INTERVIEWS: Column<InterviewRow>[] = [
  ID,
  NAME,
  EMAIL,
  STAND,
  POSITION,
  { title: 'control.exports.passed_at', kind: 'moment', of: (row) => row.started },
  { title: 'control.exports.state', of: (row, t) => t(`control.exports.outcomes.${row.outcome}`) },
  { title: 'control.exports.ended_at', kind: 'moment', of: (row) => row.ended },
  { title: 'control.exports.minutes', kind: 'number', of: (row) => row.minutes },
]

/** A list with its columns and where its lines come from. */
function file<Row>(columns: Column<Row>[], rows: (fair: Fair) => AsyncIterable<Row>) {
  return {
    titles: columns.map(({ title }) => title),
    send: (ctx: HttpContext, name: string) => streamCsv(ctx, name, columns, rows(ctx.fair)),
  }
}

export const FILES: Record<Taken, ReturnType<typeof file>> = {
  attendees: file(ATTENDEES, (fair) => fair.allAttendees({ search: '', status: 'all' })),
  stands: file(STANDS, (fair) => fair.standResults()),
  entries: file(ENTRIES, (fair) => fair.allEntries()),
  interviews: file(INTERVIEWS, (fair) => fair.allInterviews()),
}
