import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'
import { notify } from '#models/mixins/notifying'

/** What the alert is about: an administrator has one at most that is not read. */
const ABOUT = 'deliveries:given_up'

/** The advisory lock of whoever looks whether an administrator knows already. */
const LOCK = 727276

/** Tells each administrator who does not know yet that something could not be sent; the list says what. */
export async function tellAdmins(trx: TransactionClientContract, act: Act) {
  await trx.rawQuery('select pg_advisory_xact_lock(?)', [LOCK])
  const told = trx
    .from('notifications')
    .select('user_id')
    .where('about', ABOUT)
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
    admins.map((admin) => ({
      userId: admin.user_id,
      kind: 'messaging.delivery_given_up',
      path: '/admin/deliveries?show=given_up',
      about: ABOUT,
    }))
  )
}
