/* The first lock of whatever a site decides: those who change its rules and hours alone, those who apply them side by side. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Site from '#models/postes/site'

/** The rules of a site, which nobody changes meanwhile: before the visitor to whom they are applied. */
export function holdRules(trx: TransactionClientContract, siteId: number): Promise<Site> {
  return Site.query({ client: trx }).where('id', siteId).forShare().firstOrFail()
}

/** Neither hours nor closings change meanwhile: the first lock of whatever is reserved, before that of the visitor. */
export async function holdHours(trx: TransactionClientContract, siteId: number) {
  await trx.from('sites').where('id', siteId).whereNull('retired_at').forShare().select('id').firstOrFail()
}

/** Holds the hours of a site: nothing is reserved meanwhile. */
export async function holdOpenings(trx: TransactionClientContract, siteId: number) {
  const held = trx.from('sites').where('id', siteId).select('id')
  held.knexQuery.forNoKeyUpdate()
  await held
}
