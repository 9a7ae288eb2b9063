import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Site from '#models/postes/site'

/** The rules of a site, which nobody changes meanwhile: before the visitor to whom they are applied. */
export function holdRules(trx: TransactionClientContract, siteId: number): Promise<Site> {
  return Site.query({ client: trx }).where('id', siteId).forShare().firstOrFail()
}
