import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/lucid'
import db from '@adonisjs/lucid/services/db'
import Fair from '#models/fair/fair'
import { gathered } from '#services/gathered'
import { fairs } from '#services/known_users'

const fairOf = gathered(async (slugs: string[]) => {
  const { rows } = await db
    .connection()
    .rawQuery<{ rows: (Record<string, unknown> & { slug: string })[] }>('select * from fairs where slug = any(?)', [slugs as never])
  return new Map(rows.map((row) => [row.slug, row]))
})

/**
 * `/salon/:slug/…`: the fair that the address names, as `ctx.fair`. With `current`, one that was put away is there only for those
 * who run it and those who were there. Nothing in it changes until it is taken out again; it may be copied.
 */
export default class FairMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { current = false }: { current?: boolean } = {}) {
    const { slug } = ctx.params
    const row = await (ctx.session?.readonly ? fairs.get(slug, () => fairOf(slug)) : fairOf(slug))
    if (!row) throw new errors.E_ROW_NOT_FOUND(Fair)
    ctx.fair = Fair.$createFromAdapterResult(row)!
    if (current && ctx.fair.archivedAt && !(await concerns(ctx))) throw new errors.E_ROW_NOT_FOUND(Fair)
    ctx.view.share({ fair: ctx.fair })
    if (changes(ctx) || asksToChange(ctx)) ctx.fair.refuseWhenArchived(ctx.viewer.runs(ctx.fair.id))
    return next()
  }
}

/** A phone may forget who it was at any time: nothing of the fair changes by it. */
function changes({ request, route }: HttpContext) {
  return !['GET', 'HEAD'].includes(request.method()) && !/\/(archive|copies|guests\/current)$/.test(route!.pattern)
}

/** A form that would be refused when it comes back is not shown to those who could send it; others are told what they always are. */
function asksToChange({ request, route, viewer, fair }: HttpContext) {
  return request.method() === 'GET' && viewer.runs(fair.id) && /\/((?<!copies\/)create|edit|imports\/:id)$/.test(route!.pattern)
}

async function concerns({ fair, viewer }: HttpContext) {
  return viewer.runs(fair.id) || (await fair.attendeeFor(viewer)) !== null
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    fair: Fair
  }
}
