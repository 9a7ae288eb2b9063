/* What the people of a desk are told. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Act } from '#models/mixins/act'
import { type News, notify } from '#models/mixins/notifying'
import type Station from '#models/postes/station'

/** Such news is of no use to anybody later (min). */
const TRUE_FOR = 60

/** Ten codes that open nothing, at one station. */
export async function tellFailures(trx: TransactionClientContract, act: Act, { id, posteId }: Station) {
  const poste = await trx
    .from('postes')
    .join('sites', 'sites.id', 'postes.site_id')
    .where('postes.id', posteId!)
    .select('postes.name', 'slug', 'site_id')
    .firstOrFail()
  await tellDesk(trx, act, poste.site_id, {
    kind: 'postes.failures',
    params: { poste: poste.name },
    path: `/postes/${poste.slug}/desk`,
    about: `failures:${id}`,
  })
}

/** Stations that fell silent while somebody's time runs there. */
export async function tellOffline(trx: TransactionClientContract, act: Act, postes: number[]) {
  const rows: { name: string; slug: string; site_id: number; session: number }[] = await trx
    .from('poste_sessions as s')
    .join('postes as p', 'p.id', 's.poste_id')
    .join('sites as i', 'i.id', 's.site_id')
    .whereIn('s.poste_id', postes)
    .whereNotNull('s.ends_at')
    .select('p.name', 'i.slug', 's.site_id', 's.id as session')
  for (const { name, slug, site_id: siteId, session } of rows)
    await tellDesk(trx, act, siteId, {
      kind: 'postes.offline',
      params: { poste: name },
      path: `/postes/${slug}/desk`,
      about: `offline:${session}`,
    })
}

async function tellDesk(trx: TransactionClientContract, act: Act, siteId: number, news: Omit<News, 'userId' | 'expiresAt'>) {
  const operators: { user_id: number }[] = await trx
    .from('roles')
    .distinct('user_id')
    .where('role', 'operator')
    .whereNull('revoked_at')
    .where((query) => query.whereNull('site_id').orWhere('site_id', siteId))
  await notify(
    trx,
    act,
    operators.map(({ user_id: userId }) => ({ ...news, userId, expiresAt: act.at.plus({ minutes: TRUE_FOR }) }))
  )
}
