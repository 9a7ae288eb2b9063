import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type PurposeName, purposes } from '#config/files'
import { Refusal } from '#exceptions/refusal'
import type { Owner } from '#models/files/document'
import type { Upload } from '#services/upload'

/** Two files sent side by side are counted one after the other. */
export async function lock(owner: Owner, trx: TransactionClientContract) {
  const [table, id] = 'userId' in owner ? ['users', owner.userId] : ['organisations', owner.organisationId]
  await trx.rawQuery('select 1 from ?? where id = ? for no key update', [table, id])
}

/** @throws {Refusal} files.refusals.too_many, about the field that the file came in */
export async function refuseMore(owner: Owner, { field }: Upload, purpose: PurposeName, trx?: TransactionClientContract) {
  const { most } = purposes[purpose]
  const whose = 'userId' in owner ? { user_id: owner.userId } : { organisation_id: owner.organisationId }
  const [{ count }] = await (trx ?? db)
    .from('documents')
    .where({ ...whose, purpose })
    .whereNotNull('key')
    .count('* as count')
  if (Number(count) >= most) throw new Refusal('files.refusals.too_many', { most }, { status: 409, field })
}
