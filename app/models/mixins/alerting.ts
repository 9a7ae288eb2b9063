import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'
import { type News, notify } from '#models/mixins/notifying'

/** The advisory lock of whoever looks whether an administrator knows already. */
const LOCK = 727276

/** Tells each administrator something, unless they have been told about it already and have not read it. */
export async function alertAdmins(trx: TransactionClientContract, act: Act, news: Omit<News, 'userId'> & { about: string }) {
  await trx.rawQuery('select pg_advisory_xact_lock(?)', [LOCK])
  const told = trx
    .from('notifications')
    .select('user_id')
    .where('about', news.about)
    .whereNull('read_at')
    .where((query) => query.whereNull('expires_at').orWhere('expires_at', '>', act.at.toJSDate()))
  const admins: { user_id: number }[] = await trx
    .from('roles')
    .distinct('user_id')
    .where({ role: 'admin' })
    .whereNull('revoked_at')
    .whereNotIn('user_id', told)
  await notify(
    trx,
    act,
    admins.map((admin) => ({ ...news, userId: admin.user_id }))
  )
}
