import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { stringify } from 'csv-stringify/sync'
import { type Kind, type Value, cellOf } from '#services/csv/cells'
import { dispositionOf } from '#services/disposition'

type Translate = (sentence: string, data?: Record<string, unknown>) => string

/** A column of an export. `title` is a sentence of the lang files; `kind` is text unless told. */
export interface Column<Row> {
  title: string
  kind?: Kind
  of: (row: Row, t: Translate) => Value
}

/** Rows written at once. */
const BATCH = 500

/**
 * Answers with a CSV that spreadsheets open by a double click, in the reader's language: `;` and decimal commas in French.
 * Rows are asked for only as fast as the browser takes them, and no longer once it is gone. What fails before the first
 * rows is an error page; what fails later cuts the connection, so that nobody takes a part for the whole.
 * @param name of the file, without its extension; any characters
 */
export async function streamCsv<Row>(ctx: HttpContext, name: string, columns: Column<Row>[], rows: AsyncIterable<Row>) {
  const t: Translate = (sentence, data) => ctx.i18n.t(sentence, data)
  const titles = columns.map(({ title }) => t(title))
  const cells = (row: Row) => columns.map(({ of, kind }) => cellOf(of(row, t), kind ?? 'text', ctx.i18n.locale))
  return streamCells(ctx, name, titles, cells, rows)
}

/** The same for titles and cells that are already texts. */
export async function streamCells<Row>(
  ctx: HttpContext,
  name: string,
  titles: string[],
  cellsOf: (row: Row) => string[],
  rows: AsyncIterable<Row>
) {
  const { request, response, i18n } = ctx
  response.header('Content-Type', 'text/csv; charset=utf-8')
  response.header('Content-Disposition', dispositionOf(`${name}.csv`))
  if (request.method() === 'HEAD') return response.status(200).send('')
  const texts = textsOf([titles.map((title) => cellOf(title, 'text', i18n.locale))], rows, cellsOf, i18n.locale)
  const first = await texts.next()
  return response.stream(Readable.from(watched(ctx, first.value ?? '', texts), { objectMode: true, highWaterMark: 1 }))
}

/** Bytes in the order of the rows, a batch at a time; the first begins with the mark by which Excel knows UTF-8. */
async function* textsOf<Row>(head: string[][], rows: AsyncIterable<Row>, cellsOf: (row: Row) => string[], locale: string) {
  let batch = head
  let bom = true
  for await (const row of rows) {
    batch.push(cellsOf(row))
    if (batch.length < BATCH) continue
    yield textOf(batch, locale, bom)
    batch = []
    bom = false
  }
  if (batch.length > 0) yield textOf(batch, locale, bom)
}

export function textOf(rows: string[][], locale: string, bom: boolean) {
  // Quoted whatever separator the reader's program prefers: a cell cannot become two.
  return stringify(rows, { bom, delimiter: locale === 'fr' ? ';' : ',', record_delimiter: 'windows', quoted_match: /[;,\t\r\n]|^\s|\s$/ })
}

async function* watched(ctx: HttpContext, first: string, rest: AsyncIterable<string>) {
  try {
    yield first
    yield* rest
  } catch (error) {
    ctx.logger.error({ err: error }, 'an export broke off: its connection is cut')
    throw error
  }
}
