import db from '@adonisjs/lucid/services/db'
import { ROLES, type RoleName } from '#models/accounts/role'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'

export interface UserLine {
  id: number
  name: string
  email: string
  roles: RoleName[]
  blocked: boolean
  createdAt: Date
  lastSeenAt: Date | null
}

export const USER_GROUPS = ['all', ...ROLES, 'blocked'] as const
export type UserGroup = (typeof USER_GROUPS)[number]

export interface UserFilters {
  group: UserGroup
  sort: Sort<'name' | 'created' | 'seen'>
  search: string
  page: number
}

const ORDERS = { name: 'u.family_name collate "fr-x-icu"', created: 'u.created_at', seen: '"lastSeenAt"' }
const BLOCKED = 'exists (select 1 from user_blocks b where b.user_id = u.id and b.ended_at is null)'
const HOLDS = 'exists (select 1 from roles r where r.user_id = u.id and r.revoked_at is null and r.role = :group)'

/** Accounts, for those who give rights. */
export async function listUsers({ group, sort, search, page }: UserFilters): Promise<Page<UserLine>> {
  const where = [
    'true',
    group === 'blocked' ? BLOCKED : group === 'all' ? '' : HOLDS,
    search ? `plain(u.given_name || ' ' || u.family_name || ' ' || u.email || ' ' || coalesce(u.username, '')) like :search` : '',
  ].filter(Boolean)
  const from = `from users u where ${where.join(' and ')}`
  const bindings = { group, search: containing(search), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const [list, count] = await Promise.all([
    db.rawQuery(
      `select u.id, u.given_name || ' ' || u.family_name as name, u.email, ${BLOCKED} as blocked, u.created_at as "createdAt",
        (select max(last_seen_at) from sign_ins s where s.user_id = u.id) as "lastSeenAt",
        coalesce((select json_agg(distinct r.role) from roles r where r.user_id = u.id and r.revoked_at is null), '[]') as roles
      ${from} order by ${orderOf(sort, ORDERS)} nulls last, u.given_name collate "fr-x-icu", u.id limit :limit offset :offset`,
      bindings
    ),
    db.rawQuery(`select count(*) as total ${from}`, bindings),
  ])
  return pageOf<UserLine>(list.rows, count.rows[0].total, page)
}

/** How many accounts each group holds. */
export async function countUsers(): Promise<Record<UserGroup, number>> {
  const { rows } = await db.rawQuery(`
    select 'all' as name, count(*) as total from users
    union all select role, count(distinct user_id) from roles where revoked_at is null group by role
    union all select 'blocked', count(*) from user_blocks where ended_at is null`)
  const found = new Map<string, number>(rows.map(({ name, total }: { name: string; total: number }) => [name, total]))
  return Object.fromEntries(USER_GROUPS.map((group) => [group, found.get(group) ?? 0])) as Record<UserGroup, number>
}
