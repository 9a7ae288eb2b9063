/** A part of what is printed: a title, a row of names, and rows of figures. */
export interface Section {
  title: string
  columns: string[]
  rows: string[][]
  notes?: string[]
}

export function print({ title, columns, rows, notes = [] }: Section) {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (i === 0 || i === columns.length - 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd()
  const lines = [title, line(columns), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line), ...notes]
  console.log(`\n${lines.join('\n')}`)
}

/** Three figures are all that such a measure is worth. */
export function figure(value: number, unit = '') {
  if (!Number.isFinite(value)) return '–'
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) + unit
}

export function spread({ p50, p95, p99 }: { p50: number; p95: number; p99: number }) {
  return [figure(p50), figure(p95), figure(p99)]
}

/** @returns the goal and whether it was met, without judging: a time never fails a run */
export function goal(met: boolean, text: string) {
  return `${met ? '✓' : '✗'} ${text}`
}
