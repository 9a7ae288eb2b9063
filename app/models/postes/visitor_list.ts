import db from '@adonisjs/lucid/services/db'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'
import type Site from '#models/postes/site'
import type Visitor from '#models/postes/visitor'
import type { VisitorValues } from '#models/postes/visitor/describing'

export const VISITOR_KINDS = ['persons', 'guests'] as const

export interface VisitorFilters {
  kind: (typeof VISITOR_KINDS)[number]
  sort: Sort<'name' | 'seen' | 'registered'>
  search: string
  page: number
}

/** Somebody, and whether they are here now. */
export interface VisitorLine {
  id: number
  name: string | null
  guestNumber: number | null
  email: string | null
  phone: string | null
  createdAt: Date
  /** of their last session */
  seenAt: Date | null
  /** the poste where they have a session or a code */
  poste: string | null
  consented: boolean
}

/** What tells two namesakes apart, on a screen that others may see: never a whole number, never an address. */
export interface VisitorChoice {
  id: number
  name: string | null
  guestNumber: number | null
  birthYear: number | null
  /** the last digits of their number */
  phoneEnd: string | null
  poste: string | null
  consented: boolean
}

/** As many as one reads at a glance. */
const CHOICES = 8

const ORDERS = { seen: '"seenAt"', registered: 'v.created_at' }
const NAMES = { persons: 'v.family_name collate "fr-x-icu"', guests: 'v.guest_number' }

const NAME = `v.given_name || ' ' || v.family_name as name, v.guest_number as "guestNumber"`
const SOUGHT = '(v.search like :search or v.phone like :phone)'
const CONSENTED = 'exists (select 1 from visitor_consents c where c.visitor_id = v.id and c.withdrawn_at is null) as consented'
const POSTE = `(select p.name from poste_sessions s join postes p on p.id = s.poste_id where s.visitor_id = v.id and s.ended_at is null) as poste`

const CHOICE = `v.id, ${NAME}, extract(year from v.birth_date)::integer as "birthYear", right(v.phone, 4) as "phoneEnd", ${POSTE}, ${CONSENTED}`

/** Those whom a site knows now. */
export async function visitorLines(site: Site, { kind, sort, search, page }: VisitorFilters): Promise<Page<VisitorLine>> {
  const from = `from visitors v where v.site_id = :site and v.anonymised_at is null
    and v.guest_number is ${kind === 'guests' ? 'not null' : 'null'} ${search ? `and ${SOUGHT}` : ''}`
  const bindings = { site: site.id, ...soughtOf(search), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const [list, count] = await Promise.all([
    db.rawQuery(
      `select v.id, ${NAME}, v.email, v.phone, v.created_at as "createdAt", ${POSTE}, ${CONSENTED},
        (select max(coalesce(s.started_at, s.issued_at)) from poste_sessions s where s.visitor_id = v.id) as "seenAt"
      ${from} order by ${orderOf(sort, { ...ORDERS, name: NAMES[kind] })} nulls last, v.given_name collate "fr-x-icu", v.id limit :limit offset :offset`,
      bindings
    ),
    db.rawQuery(`select count(*) as total ${from}`, bindings),
  ])
  return pageOf<VisitorLine>(list.rows, Number(count.rows[0].total), page)
}

/**
 * Those whom one may be looking for, as one types; nobody until something is typed.
 * @param chosen already, in a form that comes back: the first of them, whatever is typed
 */
export async function visitorChoices(site: Site, words: string, chosen = 0): Promise<VisitorChoice[]> {
  if (!words && !chosen) return []
  const { rows } = await db.rawQuery(
    `select ${CHOICE}
    from visitors v where v.site_id = :site and v.anonymised_at is null and (v.id = :chosen ${words ? `or ${SOUGHT}` : ''})
    order by v.id = :chosen desc, v.guest_number is not null, v.family_name collate "fr-x-icu", v.given_name collate "fr-x-icu", v.guest_number desc, v.id
    limit ${CHOICES}`,
    { site: site.id, chosen, ...soughtOf(words) }
  )
  return shownAt(site, rows)
}

/** Where nobody is asked who they are, what was known before is shown no more. */
function shownAt(site: Site, choices: VisitorChoice[]): VisitorChoice[] {
  return site.isIdentified ? choices : choices.map((choice) => ({ ...choice, birthYear: null, phoneEnd: null }))
}

/** With whom somebody may be merged: those whom one looks for, else those who resemble them. */
export async function mergeChoices(site: Site, visitor: Visitor, words: string): Promise<VisitorChoice[]> {
  const found = words ? await visitorChoices(site, words) : await resembling(site, visitor)
  return found.filter(({ id }) => id !== visitor.id)
}

async function resembling(site: Site, visitor: Visitor): Promise<VisitorChoice[]> {
  if (visitor.isGuest) return []
  const ids = (await site.likenesses(visitor as Partial<VisitorValues>)).map(({ id }) => id)
  const { rows } = await db.rawQuery(`select ${CHOICE} from visitors v where v.id = any(:ids) order by v.id`, { ids: ids as never })
  return shownAt(site, rows)
}

/** A number is found as it is written, here or abroad: by its digits, without the zero that only the country dials. */
function soughtOf(words: string) {
  const digits = words.replace(/[\s().-]/g, '')
  return { search: containing(words), phone: /^\+?\d{4,}$/.test(digits) ? `%${digits.replace(/^(\+|00?)/, '')}%` : null }
}
