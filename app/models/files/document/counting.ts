import db from '@adonisjs/lucid/services/db'
import string from '@adonisjs/core/helpers/string'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type PurposeName, purposes } from '#config/files'
import { Refusal } from '#exceptions/refusal'
import type { Owner } from '#models/files/document'
import type { Upload } from '#services/upload'

const TABLES = { userId: 'users', organisationId: 'organisations', visitorId: 'visitors' }

/** Two files sent side by side are counted one after the other. */
export async function lock(owner: Owner, trx: TransactionClientContract) {
  const [[column, id]] = Object.entries(owner)
  await trx.rawQuery('select 1 from ?? where id = ? for no key update', [TABLES[column as keyof typeof TABLES], id])
}

/** @throws {Refusal} files.refusals.too_many, about the field that the file came in */
export async function refuseMore(owner: Owner, { field }: Upload, purpose: PurposeName, trx?: TransactionClientContract) {
  const { most } = purposes[purpose]
  const [[column, id]] = Object.entries(owner)
  const [{ count }] = await (trx ?? db)
    .from('documents')
    .where({ [string.snakeCase(column)]: id, purpose })
    .whereNotNull('key')
    .count('* as count')
  if (Number(count) >= most) throw new Refusal('files.refusals.too_many', { most }, { status: 409, field })
}
