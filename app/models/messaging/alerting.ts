import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'
import { alertAdmins } from '#models/mixins/alerting'

/** Tells each administrator who does not know yet that something could not be sent; the list says what. */
export async function tellAdmins(trx: TransactionClientContract, act: Act) {
  await alertAdmins(trx, act, {
    kind: 'messaging.delivery_given_up',
    path: '/admin/deliveries?show=given_up',
    about: 'deliveries:given_up',
  })
}
