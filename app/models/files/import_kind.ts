import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'
import type { SheetLine } from '#services/csv/sheet'

/** What a room declares so that files of its lines can be brought in. `sheet` (app/validators) says what a line must be. */
export interface ImportKind<Values> {
  /** one word, in the table of imports */
  name: string
  /** the fair that the lines belong to, if any */
  fairId?: number
  /** Holds whatever keeps two imports from adding the same line at once. */
  lock: (trx: TransactionClientContract) => Promise<unknown>
  /** The natural key of each line, as the database compares it, and whether it is there already: in the order given. */
  keys: (trx: TransactionClientContract, values: Values[]) => Promise<{ key: string; known: boolean }[]>
  /** The room's own verb, for all that is new, in the order of the file. */
  add: (values: Values[], act: Act) => Promise<unknown>
}

export type Outcome = 'new' | 'known' | 'wrong'

export interface Line<Values> extends SheetLine<Values> {
  outcome: Outcome
}

/** What would become of each line now: added, left because it is there already, or refused. */
export async function linesFor<V>(trx: TransactionClientContract, kind: ImportKind<V>, lines: SheetLine<V>[]): Promise<Line<V>[]> {
  const valid = lines.filter(({ values }) => values !== null)
  const keys =
    valid.length > 0
      ? await kind.keys(
          trx,
          valid.map(({ values }) => values!)
        )
      : []
  const keyed = new Map(valid.map((line, i) => [line, keys[i]]))
  const first = new Map<string, number>()
  return lines.map((line) => {
    const found = keyed.get(line)
    if (!found) return { ...line, outcome: 'wrong' }
    if (found.known) return { ...line, outcome: 'known' }
    const before = first.get(found.key)
    if (before === undefined) first.set(found.key, line.line)
    else return { ...line, values: null, outcome: 'wrong', issues: [{ column: '', rule: 'twice', meta: { line: before } }] }
    return { ...line, outcome: 'new' }
  })
}
