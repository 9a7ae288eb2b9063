import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Fair from '#models/fair/fair'
import { holdStands } from '#models/fair/fair/furnishing'
import type { StandValues } from '#models/fair/stand/configuring'
import type { ImportKind } from '#models/files/import_kind'

/** Stands of a fair, from a file of the organiser's. A stand is known by its name. */
export function standImport(fair: Fair): ImportKind<StandValues> {
  return {
    name: 'stands',
    fairId: fair.id,
    lock: (trx) => holdStands(trx, fair.id),
    keys: (trx, values) => keysOf(trx, fair, values),
    add: async (stands, act) => {
      for (const values of stands) await fair.addStand(values, act)
    },
  }
}

/** As the unique index of the stands compares them. */
async function keysOf(trx: TransactionClientContract, fair: Fair, values: StandValues[]) {
  const { rows } = await trx.rawQuery(
    `select lower(wanted.name) as key,
      exists (select 1 from stands s where s.fair_id = :fair and lower(s.name) = lower(wanted.name)) as known
    from jsonb_array_elements_text(:names::jsonb) with ordinality as wanted(name, place) order by wanted.place`,
    { fair: fair.id, names: JSON.stringify(values.map(({ name }) => name)) }
  )
  return rows as { key: string; known: boolean }[]
}
