import i18nManager from '@adonisjs/i18n/services/main'
import type { I18n } from '@adonisjs/i18n'
import { errors } from '@vinejs/vine'
import { LOCALES } from '#config/instance'
import { plainNumber, restored } from '#services/csv/cells'
import { decode, recordsOf, refusal } from '#services/csv/records'

/** A column that a file may have. Its title in any language, and its aliases, are its names. */
export interface SheetColumn<Name extends string = string> {
  name: Name
  /** a sentence of the lang files, which exports use too: what was exported comes back */
  title: string
  hint?: string
  aliases?: string[]
  required?: boolean
  number?: boolean
}

/** What the lines of a file must be. `validate` throws as VineJS does, and what it returns is made of JSON. */
export interface Sheet<Values> {
  columns: SheetColumn<Extract<keyof Values, string>>[]
  validate: (cells: Record<string, string | null>) => Promise<Values>
  /** the most lines that a file may have */
  most: number
}

/** What is wrong in a line, to be said in the language of whoever reads it. */
export interface Issue {
  column: string
  rule: string
  meta?: Record<string, string | number>
}

export interface SheetLine<Values> {
  line: number
  cells: string[]
  values: Values | null
  issues: Issue[]
}

export interface Reading<Values> {
  headers: string[]
  /** columns of the file that say nothing to us */
  ignored: string[]
  lines: SheetLine<Values>[]
}

/**
 * Reads a file of lines: each is either values that hold, or what is wrong with them.
 * @throws {Refusal} files.imports.refusals.*, on the field `file`, for what is wrong with the file as a whole
 */
export async function readSheet<Values>(content: Buffer, sheet: Sheet<Values>, i18n: I18n): Promise<Reading<Values>> {
  const known = (cells: string[]) => columnsOf(cells, sheet.columns).filter(Boolean).length
  const [head, ...records] = await recordsOf(decode(content), known, sheet.most)
  if (!head || records.length === 0) throw refusal('files.imports.refusals.empty')
  const columns = columnsOf(head.cells, sheet.columns)
  assertComplete(columns, sheet.columns, i18n)
  const lines: SheetLine<Values>[] = []
  for (const { line, cells } of records) {
    const clean = cells.map((cell) => restored(cell).trim().normalize('NFC'))
    lines.push({ line, cells: clean, ...(await checked(clean, columns, sheet)) })
  }
  const headers = head.cells.map((cell) => cell.trim())
  return { headers, ignored: headers.filter((header, i) => header && !columns[i] && !isAboutErrors(header)), lines }
}

/** Which column each header names, in the order of the file: case, accents and signs do not count. */
export function columnsOf<Column extends SheetColumn>(headers: string[], columns: Column[]): (Column | undefined)[] {
  const names = new Map(columns.flatMap((column) => namesOf(column).map((name) => [name, column])))
  return headers.map((header) => names.get(bare(header)))
}

/** The column that a file of errors adds: it may come back with the others. */
export function isAboutErrors(header: string) {
  return inEveryLanguage('files.imports.errors').includes(bare(header))
}

/** The sentence of an issue. */
export function sentenceOf({ column, rule, meta }: Issue, i18n: I18n) {
  if (rule === 'twice') return i18n.t('files.imports.twice', { line: meta!.line })
  const field = { name: column, wildCardPath: column } as Parameters<ReturnType<I18n['createMessagesProvider']>['getMessage']>[2]
  return i18n.createMessagesProvider().getMessage(rule, rule, field, { ...meta })
}

function assertComplete(columns: (SheetColumn | undefined)[], expected: SheetColumn[], i18n: I18n) {
  const missing = expected.filter((column) => column.required && !columns.includes(column))
  if (missing.length > 0) throw refusal('files.imports.refusals.no_column', { columns: titlesOf(missing, i18n) })
  const twice = expected.filter((column) => columns.filter((one) => one === column).length > 1)
  if (twice.length > 0) throw refusal('files.imports.refusals.column_twice', { columns: titlesOf(twice, i18n) })
}

async function checked<Values>(cells: string[], columns: (SheetColumn | undefined)[], sheet: Sheet<Values>) {
  const named = sheet.columns.map(({ name, number }) => {
    const cell = cells[columns.findIndex((column) => column?.name === name)] ?? ''
    return [name, cell === '' ? null : number ? plainNumber(cell) : cell] as const
  })
  try {
    return { values: await sheet.validate(Object.fromEntries(named)), issues: [] }
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    const said = error.messages as { field: string; rule: string; meta?: Issue['meta'] }[]
    return { values: null, issues: said.map(({ field, rule, meta }) => ({ column: field, rule, ...(meta && { meta }) })) }
  }
}

function namesOf({ name, title, aliases = [] }: SheetColumn) {
  return [bare(name), ...inEveryLanguage(title), ...aliases.map(bare)]
}

function inEveryLanguage(sentence: string) {
  return LOCALES.map((locale) => bare(i18nManager.locale(locale).t(sentence)))
}

function titlesOf(columns: SheetColumn[], i18n: I18n) {
  return columns.map(({ title }) => i18n.t(title)).join(', ')
}

function bare(text: string) {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
