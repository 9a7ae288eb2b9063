import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import { refusal } from '#services/csv/records'
import { type Issue, type Sheet, columnsOf, readSheet, sentenceOf } from '#services/csv/sheet'

/**
 * The lines of the file that a form sends.
 * @throws {Refusal} files.imports.refusals.*, on the field `file`
 */
export async function sentSheet<Values>({ sentFile, i18n }: HttpContext, sheet: Sheet<Values>) {
  if (!sentFile) throw refusal('files.imports.refusals.none')
  if (sentFile.isTooLarge) throw refusal('files.imports.refusals.too_large')
  return { file: sentFile, reading: await readSheet(sentFile.content, sheet, i18n) }
}

/** What a page needs to show lines of such a file: its columns, each with where the file has it, and the words for what is wrong. */
export function shownAs<Values>(headers: string[], { columns }: Sheet<Values>, i18n: I18n) {
  const places = columnsOf(headers, columns)
  return {
    columns: columns.map((column) => ({ ...column, place: places.indexOf(column) })),
    say: (issue: Issue) => sentenceOf(issue, i18n),
  }
}
