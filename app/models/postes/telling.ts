/* What the people of a desk are told. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import { type News, notify } from '#models/mixins/notifying'
import type Site from '#models/postes/site'
import type { DayFigures } from '#models/postes/usage/days'
import type Station from '#models/postes/station'

/** Such news is of no use to anybody later (min). */
const TRUE_FOR = 60
/** A report leaves with the digest of the week at the latest (days). */
const REPORT_FOR = 8

/** Ten codes that open nothing, at one station. */
export async function tellFailures(trx: TransactionClientContract, act: Act, { id, posteId }: Station) {
  const poste = await trx
    .from('postes as p')
    .join('sites as i', 'i.id', 'p.site_id')
    .where('p.id', posteId!)
    .select('p.name', 'slug', 'site_id')
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

/** What was of a day, the morning after, to those of the desk and to administrators. */
export async function tellReport(trx: TransactionClientContract, act: Act, site: Site, { day, sessions, usedSeconds }: DayFigures) {
  const [{ total }] = await trx.from('sites').whereNull('retired_at').count('* as total')
  const people = await peopleOf(trx, site.id, ['operator', 'admin'])
  const params = {
    site: Number(total) > 1 ? site.name : '',
    several: Number(total) > 1 ? 'yes' : 'no',
    // At noon it is the same day in every zone.
    day: DateTime.fromISO(`${day}T12:00`, { zone: 'utc' }).toMillis(),
    sessions,
    hours: Math.round(usedSeconds / 3600),
  }
  const news = { kind: 'postes.reported', params, path: `${site.path}/usage?period=7d`, about: `report:${site.id}:${day}` } as const
  await notify(
    trx,
    act,
    people.map((userId) => ({ ...news, userId, expiresAt: act.at.plus({ days: REPORT_FOR }) }))
  )
}

async function tellDesk(trx: TransactionClientContract, act: Act, siteId: number, news: Omit<News, 'userId' | 'expiresAt'>) {
  const operators = await peopleOf(trx, siteId, ['operator'])
  await notify(
    trx,
    act,
    operators.map((userId) => ({ ...news, userId, expiresAt: act.at.plus({ minutes: TRUE_FOR }) }))
  )
}

async function peopleOf(trx: TransactionClientContract, siteId: number, roles: string[]) {
  const rows: { user_id: number }[] = await trx
    .from('roles')
    .distinct('user_id')
    .whereIn('role', roles)
    .whereNull('revoked_at')
    .where((query) => query.whereNull('site_id').orWhere('site_id', siteId))
  return rows.map(({ user_id: userId }) => userId)
}
