import string from '@adonisjs/core/helpers/string'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Words of the address that are pages of their own. */
const RESERVED = new Set(['create', 'links', 'places', 'walls', 'archive', 'my'])

/** `Forum des métiers` becomes `forum-des-metiers`; empty when nothing of it can be written in an address. */
export function slugOf(name: string) {
  const slug = string.slug(name, { lower: true, strict: true, locale: 'fr' })
  return slug.slice(0, 70).replace(/^-+|-+$/g, '')
}

export function isReserved(slug: string) {
  return RESERVED.has(slug)
}

/** `forum-des-metiers`, then `forum-des-metiers-2`: the unique index has the last word. */
export async function freeSlug(trx: TransactionClientContract, name: string): Promise<string> {
  const base = slugOf(name) || 'salon'
  // One at a time draws from names: the next sees what this one took.
  await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('fairs.slug'))`)
  const rows: { slug: string }[] = await trx.from('fairs').where('slug', base).orWhere('slug', 'like', `${base}-%`).select('slug')
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug) && !isReserved(slug)) return slug
  }
}
