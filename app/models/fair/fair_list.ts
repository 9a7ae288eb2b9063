import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'

export interface FairCard {
  id: number
  slug: string
  name: string
  place: string
  startsAt: Date
  endsAt: Date
  open: boolean
  archived: boolean
  stands: number
}

export interface FairFilters {
  when: 'coming' | 'past' | 'archived'
  /** of the archive, those that somebody runs; null is all */
  runs?: number[] | null
  sort: Sort<'date' | 'name'>
  search: string
  page: number
}

const ORDERS = { date: 'fairs.starts_at', name: 'fairs.name collate "fr-x-icu"' }

/** Open now, or taking place within the next seven days. */
export async function fairsOfTheWeek(at: DateTime): Promise<FairCard[]> {
  return cards((query) =>
    query.whereNull('archived_at').where((week) => {
      week
        .where(
          (soon) => void soon.where('fairs.ends_at', '>=', at.toJSDate()).where('fairs.starts_at', '<=', at.plus({ days: 7 }).toJSDate())
        )
        .orWhereExists(db.from('fair_openings').whereColumn('fair_openings.fair_id', 'fairs.id').whereNull('ended_at'))
    })
  )
}

export async function listFairs({ when, runs, sort, search, page }: FairFilters, at: DateTime): Promise<Page<FairCard>> {
  const filter: Filter = (query) => {
    // One that overruns is not past: people are in it.
    const over = `fairs.ends_at < ? and not exists (select 1 from fair_openings o where o.fair_id = fairs.id and o.ended_at is null)`
    if (when === 'archived') query.whereNotNull('archived_at')
    else query.whereNull('archived_at').whereRaw(when === 'past' ? over : `not (${over})`, [at.toJSDate()])
    if (when === 'archived' && runs) query.whereIn('fairs.id', runs)
    if (search) query.whereRaw(`plain(fairs.name || ' ' || fairs.place) like ?`, [containing(search)])
  }
  const count = db.from('fairs').count('* as total')
  filter(count)
  const [rows, [{ total }]] = await Promise.all([
    cards(filter, { page, order: orderOf({ by: sort.by, down: sort.down !== (sort.by === 'date' && when !== 'coming') }, ORDERS) }),
    count,
  ])
  return pageOf(rows, total, page)
}

type Filter = (query: ReturnType<typeof db.from>) => void

function cards(filter: Filter, { page = 1, order = orderOf({ by: 'date', down: false }, ORDERS) } = {}): Promise<FairCard[]> {
  const query = db
    .from('fairs')
    .select('fairs.id', 'fairs.slug', 'fairs.name', 'fairs.place', 'fairs.starts_at as startsAt', 'fairs.ends_at as endsAt')
    .select(db.raw('fairs.archived_at is not null as archived'))
    .select(db.raw('exists (select 1 from fair_openings o where o.fair_id = fairs.id and o.ended_at is null) as open'))
    // As many as its page shows to a visitor: those that recruit.
    .select(
      db.raw(`(
        select count(*) from stands s
        where s.fair_id = fairs.id and not exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null)
      ) as stands`)
    )
    .orderByRaw(`${order}, fairs.id`)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  filter(query)
  return query as unknown as Promise<FairCard[]>
}
