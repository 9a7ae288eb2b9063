import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Who is told that something waits for a decision: the moderators; where there is none, the administrators. */
export async function moderatorIds(trx: TransactionClientContract): Promise<number[]> {
  const rows: { user_id: number; role: string }[] = await trx
    .from('roles')
    .whereIn('role', ['moderator', 'admin'])
    .whereNull('revoked_at')
    .distinct('user_id', 'role')
  const moderators = rows.filter(({ role }) => role === 'moderator')
  return (moderators.length > 0 ? moderators : rows).map((row) => row.user_id)
}
