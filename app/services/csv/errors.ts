import type { HttpContext } from '@adonisjs/core/http'
import { streamCells } from '#services/csv'
import { neutral } from '#services/csv/cells'
import { type Issue, isAboutErrors, sentenceOf } from '#services/csv/sheet'

interface Refused {
  cells: string[]
  issues: Issue[]
}

/** Lines as they were sent, each with what is wrong in it in a last column. */
export async function streamErrors(ctx: HttpContext, headers: string[], lines: AsyncIterable<Refused>) {
  const kept = headers.map((header, i) => ({ header, i })).filter(({ header }) => !isAboutErrors(header))
  const titles = [...kept.map(({ header }) => header), ctx.i18n.t('files.imports.errors')]
  const cellsOf = ({ cells, issues }: Refused) => {
    const said = issues.map((issue) => sentenceOf(issue, ctx.i18n)).join(' ')
    return [...kept.map(({ i }) => neutral(cells[i] ?? '')), said]
  }
  return streamCells(ctx, ctx.i18n.t('files.imports.errors_file'), titles, cellsOf, lines)
}
