import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { Refusal } from '#exceptions/refusal'

/** A line of the file, numbered as a spreadsheet shows it: the first is 1. */
export interface FileRecord {
  line: number
  cells: string[]
}

const SEPARATORS = [';', ',', '\t']

/** How far the first line is looked for, and how long one line may be (characters). */
const LONGEST = 100_000

/** How much is parsed before others have their turn (characters). */
const SLICE = 64 * 1024

/** What office programs save when they are not asked for CSV: ZIP and OLE. */
const WORKBOOKS = new Set(['504b0304', 'd0cf11e0'])

/**
 * The text of a CSV, whatever program wrote it: UTF-8 or UTF-16 with their marks, UTF-8 without, else Windows-1252.
 * @throws {Refusal} files.imports.refusals.workbook, files.imports.refusals.not_text
 */
export function decode(content: Buffer): string {
  if (WORKBOOKS.has(content.subarray(0, 4).toString('hex'))) throw refusal('files.imports.refusals.workbook')
  const text = new TextDecoder(encodingOf(content)).decode(content)
  if (text.includes('\0')) throw refusal('files.imports.refusals.not_text')
  return text
}

function encodingOf(content: Buffer) {
  const mark = content.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/**
 * The lines that hold something, the first being the names of the columns.
 * @param score how well a first line suits: the separator that makes the best one is the file's
 * @throws {Refusal} files.imports.refusals.quotes, files.imports.refusals.too_many
 */
export async function recordsOf(text: string, score: (cells: string[]) => number, most: number): Promise<FileRecord[]> {
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const delimiter = told?.[1] ?? separatorOf(body, score)
  const records: FileRecord[] = []
  let line = told ? 1 : 0
  try {
    for await (const cells of Readable.from(slices(body)).pipe(parse({ delimiter, relax_column_count: true, max_record_size: LONGEST }))) {
      line++
      if (cells.every((cell: string) => cell.trim() === '')) continue
      records.push({ line, cells })
      if (records.length > most + 1) throw refusal('files.imports.refusals.too_many', { most })
    }
  } catch (error) {
    if (!('code' in (error as CsvError)) || error instanceof Refusal) throw error
    throw refusal('files.imports.refusals.quotes', { line: Number((error as CsvError).records) + (told ? 2 : 1) })
  }
  return records
}

function separatorOf(text: string, score: (cells: string[]) => number) {
  const head = text.slice(0, LONGEST)
  const scores = SEPARATORS.map((delimiter) => {
    const [cells = []] = parseAtOnce(head, { delimiter, to: 1, relax_quotes: true, relax_column_count: true }) as string[][]
    return { delimiter, score: score(cells), cells: cells.length }
  })
  return scores.toSorted((a, b) => b.score - a.score || b.cells - a.cells)[0].delimiter
}

function* slices(text: string) {
  for (let i = 0; i < text.length; i += SLICE) yield text.slice(i, i + SLICE)
}

export function refusal(sentence: string, params: Record<string, string | number> = {}) {
  return new Refusal(sentence, params, { status: 422, field: 'file' })
}
