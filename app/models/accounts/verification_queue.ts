import db from '@adonisjs/lucid/services/db'
import Organisation from '#models/accounts/organisation'
import Provider from '#models/accounts/provider'
import Step from '#models/accounts/step'
import { type Status, STATUSES } from '#models/accounts/verifying'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'

export type Kind = 'organisations' | 'providers'

export interface QueueLine {
  id: number
  name: string
  /** the town of an organisation, the speciality of a provider */
  about: string | null
  since: Date
  /** people who ask to join an organisation */
  requests?: number
  /** of a provider */
  email?: string
}

export interface QueueFilters {
  status: Status
  search: string
  sort: Sort<'since' | 'name'>
  page: number
}

export interface Queue {
  lines: Page<QueueLine>
  counts: Record<Status, number>
}

const SOURCES: Record<Kind, { from: string; columns: string; searched: string }> = {
  organisations: {
    from: 'organisations v',
    columns: `v.name, v.city as about, (
      select count(*) from memberships m
      where m.organisation_id = v.id and m.accepted_at is null and m.refused_at is null and m.left_at is null
    ) as requests`,
    searched: `plain(v.name) like :search or plain(coalesce(v.city, '')) like :search or lower(v.registration_number) like :search`,
  },
  providers: {
    from: 'providers v join users u on u.id = v.user_id',
    columns: `u.given_name || ' ' || u.family_name as name, v.speciality as about, u.email`,
    searched: `plain(u.given_name || ' ' || u.family_name) like :search or plain(v.speciality) like :search or lower(u.email) like :search`,
  },
}

const ORDERS = { since: 'v.status_at', name: 'name collate "fr-x-icu"' }

/** What moderators have to verify, and what they have verified. */
export async function verificationQueue(kind: Kind, { status, search, sort, page }: QueueFilters): Promise<Queue> {
  const { from, columns, searched } = SOURCES[kind]
  const found = search ? `where (${searched})` : ''
  const bindings = { status, search: containing(search), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const [list, tally] = await Promise.all([
    db.rawQuery(
      `select v.id, v.status_at as since, ${columns} from ${from} ${found || 'where true'} and v.status = :status
      order by ${orderOf(sort, ORDERS)}, v.id limit :limit offset :offset`,
      bindings
    ),
    db.rawQuery(`select v.status, count(*) as total from ${from} ${found} group by v.status`, bindings),
  ])
  const totals = new Map<Status, number>(tally.rows.map((row: { status: Status; total: number }) => [row.status, row.total]))
  const counts = Object.fromEntries(STATUSES.map((one) => [one, totals.get(one) ?? 0])) as Record<Status, number>
  return { lines: pageOf<QueueLine>(list.rows, counts[status], page), counts }
}

/** The one that an address names. */
export async function verifiable(kind: Kind, id: number): Promise<Organisation | Provider> {
  return kind === 'organisations' ? Organisation.findOrFail(id) : Provider.query().where('id', id).preload('user').firstOrFail()
}

/** Everything that helps to decide about it. */
export async function fileOf(subject: Organisation | Provider) {
  const owner = subject instanceof Provider ? subject.user : subject
  const [steps, proofs] = await Promise.all([Step.of(subject), owner.documents('proof')])
  if (subject instanceof Provider) return { provider: subject, steps, proofs }
  const [members, twins] = await Promise.all([subject.members(), subject.twins()])
  return { organisation: subject, steps, proofs, members, twins }
}
