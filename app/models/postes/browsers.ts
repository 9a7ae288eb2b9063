import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SignIn from '#models/accounts/sign_in'
import type { Act } from '#models/mixins/act'

/** Whoever signed in somewhere on this site in the browser of a poste is no longer: the next visitor finds nothing of theirs. */
export async function endSignInsAt(trx: TransactionClientContract, act: Act, posteId: number): Promise<void> {
  const signIns = await SignIn.query({ client: trx })
    .whereIn('station_id', trx.from('stations').where('poste_id', posteId).select('id'))
    .whereNull('ended_at')
    .orderBy('id')
    .forUpdate()
  for (const signIn of signIns) await signIn.end({ ...act, trx })
}
