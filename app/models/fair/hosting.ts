/* The organisation that a stand belongs to, if it belongs to one: chosen by its name among those that may recruit. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import Organisation from '#models/accounts/organisation'

/** As many names as a list under a field can propose. */
const PROPOSED = 500

/**
 * The organisation of that name, whatever its case and accents: the stand's own first, then one that is verified.
 * @throws {Refusal} fair.refusals.organisation_unknown
 */
export async function organisationFor(trx: TransactionClientContract, name: string, current: number | null = null): Promise<number> {
  const found = await byName(name, trx)
    .orderByRaw(`id = ? desc, status = 'verified' desc, id`, [current ?? 0])
    .first()
  if (!found) throw new Refusal('fair.refusals.organisation_unknown', { organisation: name }, { status: 422, field: 'organisation' })
  return found.id
}

export async function isOrganisation(name: string): Promise<boolean> {
  return (await byName(name).first()) !== null
}

export async function organisationNames(): Promise<string[]> {
  const rows = await Organisation.query()
    .where('stopped', false)
    .distinct('name')
    .orderBy('name')
    .limit(PROPOSED)
    .select('name')
    .pojo<{ name: string }>()
  return rows.map(({ name }) => name)
}

function byName(name: string, client?: TransactionClientContract) {
  return Organisation.query({ client }).where('stopped', false).whereRaw('plain(name) = plain(?)', [name.trim()])
}
