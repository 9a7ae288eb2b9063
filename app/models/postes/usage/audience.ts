/* Who came, by age and by where they live: never so few that somebody is recognised. */
import db from '@adonisjs/lucid/services/db'
import type Site from '#models/postes/site'
import type { Period } from '#models/postes/usage/period'

export const AGES = ['under_18', 'from_18', 'from_26', 'from_40', 'from_60', 'unknown'] as const

export interface Group {
  /** of AGES, or a postal code; null for those who are put together */
  name: string | null
  people: number
}

export interface Audience {
  /** empty when there are too few people to say anything */
  ages: Group[]
  postalCodes: Group[]
}

/** Fewer people than this are never shown by themselves. */
export const LEAST = 5

const AGE = `extract(year from age(:to::date, v.birth_date))`

/** The people of a period, each once, guests left out: of them nothing is known. */
export async function audienceOf(site: Site, { from, to }: Period): Promise<Audience> {
  const { rows } = await db.rawQuery<{ rows: { kind: 'age' | 'postal'; name: string; people: number }[] }>(
    `with people as (
      select v.id, coalesce(v.postal_code, 'unknown') as postal,
        case when v.birth_date is null then 'unknown' when ${AGE} < 18 then 'under_18' when ${AGE} < 26 then 'from_18'
          when ${AGE} < 40 then 'from_26' when ${AGE} < 60 then 'from_40' else 'from_60' end as age
      from visitors v where v.site_id = :site and v.guest_number is null and exists (
        select 1 from poste_sessions s where s.visitor_id = v.id and s.started_at >= :from and s.started_at < :to
      )
    )
    select 'age' as kind, age as name, count(*) as people from people group by age
    union all select 'postal', postal, count(*) from people group by postal`,
    { site: site.id, from: from.toJSDate(), to: to.toJSDate() }
  )
  const groups = (kind: 'age' | 'postal') => rows.filter((row) => row.kind === kind).map(({ name, people }) => ({ name, people }))
  const ages = groups('age').sort((a, b) => AGES.indexOf(a.name as never) - AGES.indexOf(b.name as never))
  const postalCodes = groups('postal').sort((a, b) => b.people - a.people || a.name.localeCompare(b.name))
  return { ages: together(ages), postalCodes: together(postalCodes) }
}

/**
 * Groups in which somebody could be recognised are put together, with the smallest of the others as long as even they are too
 * few: otherwise what is missing from the total would be what one hid.
 * @returns nothing at all when everybody together is too few
 */
export function together(groups: { name: string; people: number }[], least = LEAST): Group[] {
  const small = new Set(groups.filter(({ people }) => people < least))
  const others = () => [...small].reduce((total, { people }) => total + people, 0)
  const bySize = groups.filter((group) => !small.has(group)).toSorted((a, b) => a.people - b.people)
  while (small.size > 0 && others() < least) {
    const next = bySize.shift()
    if (!next) return []
    small.add(next)
  }
  const shown: Group[] = groups.filter((group) => !small.has(group))
  return small.size > 0 ? [...shown, { name: null, people: others() }] : shown
}
