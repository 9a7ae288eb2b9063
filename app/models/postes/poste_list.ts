/* The postes of a site as those who keep them read them. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { PAGE_SIZE, type Page, type Sort, pageOf, plain } from '#models/mixins/paging'
import { type GridPoste, gridOf } from '#models/postes/desk_grid'
import type Site from '#models/postes/site'

export const POSTE_GROUPS = ['all', 'free', 'reserved', 'busy', 'offline', 'unpaired', 'maintenance', 'retired'] as const
export type PosteGroup = (typeof POSTE_GROUPS)[number]

export interface PosteFilters {
  group: PosteGroup
  search: string
  sort: Sort<'name' | 'place'>
  page: number
}

export interface PosteLine {
  id: number
  name: string
  kind: 'office' | 'gaming'
  place: string | null
  state: GridPoste['state'] | 'retired'
  agent: boolean
  offlineSince: Date | null
}

const BUSY = new Set(['issued', 'running', 'suspended', 'cut'])
const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

/** A room has dozens of postes, not thousands: its states are computed for all of them in any case. */
export async function listPostes(site: Site, filters: PosteFilters, at: DateTime) {
  const { all, lines } = await found(site, filters, at)
  const counts = Object.fromEntries(POSTE_GROUPS.map((group) => [group, all.filter((line) => isIn(line, group)).length]))
  return { postes: cut(lines, filters.page), counts: counts as Record<PosteGroup, number> }
}

/** One as a file says it. */
export interface PosteRow extends PosteLine {
  ip: string | null
  mac: string | null
  notes: string | null
  installed: boolean
  createdAt: Date
  retiredAt: Date | null
}

/** Those that the list would show on all its pages, in its order. */
export async function* allPostes(site: Site, filters: PosteFilters, at: DateTime): AsyncGenerator<PosteRow> {
  const rows: Omit<PosteRow, Exclude<keyof PosteLine, 'id'>>[] = await db
    .from('postes as p')
    .where('site_id', site.id)
    .select('p.id', 'p.notes', 'p.created_at as createdAt', 'p.retired_at as retiredAt')
    .select(db.raw('host(p.ip) as ip, upper(p.mac::text) as mac'))
    .select(db.raw(`exists (select 1 from stations t where t.poste_id = p.id and t.kind = 'page' and t.revoked_at is null) as installed`))
  const about = new Map(rows.map((row) => [row.id, row]))
  for (const line of (await found(site, filters, at)).lines) yield { ...about.get(line.id)!, ...line }
}

async function found(site: Site, filters: PosteFilters, at: DateTime) {
  const [grid, retired] = await Promise.all([gridOf(site, at), retiredOf(site)])
  const all: PosteLine[] = [...grid, ...retired]
  const words = plain(filters.search).trim()
  const lines = all
    .filter((line) => isIn(line, filters.group) && plain(`${line.name} ${line.place ?? ''}`).includes(words))
    .sort((a, b) => compare(a, b, filters.sort))
  return { all, lines }
}

function isIn({ state }: PosteLine, group: PosteGroup) {
  if (group === 'all') return state !== 'retired'
  return group === 'busy' ? BUSY.has(state) : state === group
}

function compare(a: PosteLine, b: PosteLine, { by, down }: Sort<'name' | 'place'>) {
  const order = (by === 'place' ? collator.compare(a.place ?? '￿', b.place ?? '￿') : 0) || collator.compare(a.name, b.name)
  return down ? -order : order
}

function cut(lines: PosteLine[], page: number): Page<PosteLine> {
  return pageOf(lines.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), lines.length, page)
}

async function retiredOf(site: Site): Promise<PosteLine[]> {
  const rows = await db.from('postes').where('site_id', site.id).whereNotNull('retired_at').select('id', 'name', 'kind', 'place')
  return rows.map((row) => ({ ...row, state: 'retired' as const, agent: false, offlineSince: null }))
}
