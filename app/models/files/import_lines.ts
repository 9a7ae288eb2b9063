import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Line, Outcome } from '#models/files/import_kind'
import { PAGE_SIZE, type Page, inBatches, pageOf } from '#models/mixins/paging'
import type { SheetLine } from '#services/csv/sheet'

export interface LineFilters {
  show: 'all' | 'new' | 'known' | 'wrong'
  page: number
}

/** Rows written by one statement. */
const ROWS = 500

const COLUMNS = ['id', 'line', 'outcome', 'cells', 'values', 'issues']

/** The lines of an import: plain rows, for there may be thousands. */
export function importLines(importId: number) {
  const all = (client: Pick<TransactionClientContract, 'from'> = db) => client.from('import_lines').where('import_id', importId)

  return {
    async write<V>(trx: TransactionClientContract, lines: Line<V>[]) {
      const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
      const rows = lines.map(({ line, outcome, cells, values, issues }) => {
        return { import_id: importId, line, outcome, cells: json(cells), values: json(values), issues: json(issues) }
      })
      for (let i = 0; i < rows.length; i += ROWS)
        await trx
          .insertQuery()
          .table('import_lines')
          .multiInsert(rows.slice(i, i + ROWS))
    },

    async valid<V>(trx: TransactionClientContract): Promise<SheetLine<V>[]> {
      return all(trx).whereNot('outcome', 'wrong').orderBy('line').select(COLUMNS)
    },

    async counts(): Promise<Record<Outcome, number>> {
      const rows: { outcome: Outcome; total: number }[] = await all().groupBy('outcome').select('outcome').count('* as total')
      return { new: 0, known: 0, wrong: 0, ...Object.fromEntries(rows.map(({ outcome, total }) => [outcome, total])) }
    },

    async page({ show, page }: LineFilters): Promise<Page<Line<Record<string, string | number | null>>>> {
      const listed = () => (show === 'all' ? all() : all().where('outcome', show))
      const [rows, [{ total }]] = await Promise.all([
        listed()
          .orderBy('line')
          .offset((page - 1) * PAGE_SIZE)
          .limit(PAGE_SIZE)
          .select(COLUMNS),
        listed().count('* as total'),
      ])
      return pageOf(rows, total, page)
    },

    wrong() {
      return inBatches<Line<null> & { id: number }>((after, size) =>
        all().where('outcome', 'wrong').where('id', '>', after).orderBy('id').limit(size).select(COLUMNS)
      )
    },

    async erase(trx: TransactionClientContract) {
      await all(trx).delete()
    },
  }
}
