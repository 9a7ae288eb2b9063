import { DateTime } from 'luxon'
import type { ReservationLine } from '#models/postes/reservation_list'
import type { Opening } from '#models/postes/site/timing'

/** What takes a poste for some time. */
export type Block = { from: DateTime; to: DateTime } & (
  | { kind: 'reserved'; reservation: ReservationLine }
  | { kind: 'session'; session: { id: number; visitor: string | null; guest: number | null } }
)

/** A part of the day of one poste, and how many columns it has. */
export interface Cell {
  kind: 'free' | 'closed' | 'past' | 'reserved' | 'session'
  from: Date
  to: Date
  span: number
  /** of a free time that is told hour by hour, when all of it ends; only with its first hour */
  until?: Date
  reservation?: ReservationLine
  session?: { id: number; visitor: string | null; guest: number | null }
}

interface Day {
  from: DateTime
  to: DateTime
  now: DateTime
  openings: Opening[]
  blocks: Block[]
}

/** A column of the table (min): what begins between two is shown at the nearest. */
export const COLUMN = 5

/** A free time of so few columns is shown with the hour beside it. */
const SLIVER = 3

/** One after the other, without a hole, from the beginning of the day that is shown to its end. */
export function cellsOf(day: Day): Cell[] {
  const cells: Cell[] = []
  let cursor = day.from
  for (const block of day.blocks.toSorted((a, b) => a.from.toMillis() - b.from.toMillis())) {
    const [from, to] = [DateTime.max(nearest(day, block.from), cursor), DateTime.min(nearest(day, block.to), day.to)]
    if (from >= to) continue
    cells.push(...gapOf(day, cursor, from), takenOf(block, from, to))
    cursor = to
  }
  return [...cells, ...gapOf(day, cursor, day.to)].filter(({ span }) => span > 0)
}

/** A gap, cut where hours begin and where what may be done with it changes; what is the same all along is one, but what is free. */
function gapOf(day: Day, from: DateTime, to: DateTime): Cell[] {
  const cuts = [day.now, ...day.openings.flatMap((opening) => [opening.from, opening.to]), ...hoursBetween(from, to)]
  const edges = [from, ...cuts.map((cut) => nearest(day, cut)).filter((cut) => from < cut && cut < to), to]
  const points = [...new Set(edges.map((edge) => edge.toMillis()))].sort((a, b) => a - b).map((ms) => DateTime.fromMillis(ms))
  const cells: Cell[] = []
  points.slice(1).forEach((end, i) => {
    const cell = { kind: kindOf(day, points[i], end), from: points[i].toJSDate(), to: end.toJSDate(), span: columns(points[i], end) }
    const before = cells.at(-1)
    if (before?.kind === cell.kind && (cell.kind !== 'free' || Math.min(cell.span, before.span) < SLIVER))
      Object.assign(before, { to: cell.to, span: before.span + cell.span })
    else cells.push(cell)
  })
  return withRuns(cells)
}

/** Each free time is told whole with its first hour. */
function withRuns(cells: Cell[]): Cell[] {
  return cells.map((cell, i) => {
    if (cell.kind !== 'free' || cells[i - 1]?.kind === 'free') return cell
    const rest = cells.slice(i)
    const end = rest.findIndex(({ kind }) => kind !== 'free')
    return { ...cell, until: rest.at(end === -1 ? -1 : end - 1)!.to }
  })
}

function kindOf({ now, openings }: Day, from: DateTime, to: DateTime): 'free' | 'closed' | 'past' {
  if (!openings.some((opening) => opening.from <= from && to <= opening.to)) return 'closed'
  return to <= now || from < now.minus({ minutes: COLUMN }) ? 'past' : 'free'
}

function takenOf(block: Block, from: DateTime, to: DateTime): Cell {
  const place = { from: block.from.toJSDate(), to: block.to.toJSDate(), span: columns(from, to) }
  return block.kind === 'session'
    ? { ...place, kind: 'session', session: block.session }
    : { ...place, kind: 'reserved', reservation: block.reservation }
}

function hoursBetween(from: DateTime, to: DateTime) {
  const hours: DateTime[] = []
  for (let hour = from.startOf('hour').plus({ hours: 1 }); hour < to; hour = hour.plus({ hours: 1 })) hours.push(hour)
  return hours
}

function nearest({ from }: Day, at: DateTime) {
  return from.plus({ minutes: Math.round(at.diff(from, 'minutes').minutes / COLUMN) * COLUMN })
}

function columns(from: DateTime, to: DateTime) {
  return Math.round(to.diff(from, 'minutes').minutes / COLUMN)
}
