import string from '@adonisjs/core/helpers/string'
import type User from '#models/accounts/user'
import Fair from '#models/fair/fair'
import type { FairValues } from '#models/fair/fair/editing'
import { type Act, within } from '#models/mixins/act'

/** Words of the address that are pages of their own. */
const RESERVED = new Set(['create', 'links'])

/** A new fair; whoever creates it organises it. */
export async function planFair(values: FairValues, organiser: User, act: Act): Promise<Fair> {
  return within(act, async (trx) => {
    const fair = await insertWithFreeSlug(values, { ...act, trx })
    await fair.track(trx, act, 'fair.fair.planned')
    await organiser.grant({ role: 'organiser', fairId: fair.id }, { ...act, trx })
    return fair
  })
}

/** `forum-des-metiers`, then `forum-des-metiers-2`: the unique index says which is free. */
async function insertWithFreeSlug(values: FairValues, { trx, at }: Act) {
  const base = slugOf(values.name)
  for (let n = RESERVED.has(base) ? 2 : 1; ; n++) {
    const [row] = await trx!
      .knexQuery()
      .insert({
        slug: n === 1 ? base : `${base}-${n}`,
        name: values.name,
        place: values.place,
        starts_at: values.startsAt.toJSDate(),
        ends_at: values.endsAt.toJSDate(),
        created_at: at.toJSDate(),
        updated_at: at.toJSDate(),
      })
      .into('fairs')
      .onConflict('slug')
      .ignore()
      .returning('id')
    if (row) return Fair.findOrFail(row.id, { client: trx })
  }
}

function slugOf(name: string) {
  const slug = string.slug(name, { lower: true, strict: true, locale: 'fr' })
  return slug.slice(0, 70).replace(/^-+|-+$/g, '') || 'salon'
}
