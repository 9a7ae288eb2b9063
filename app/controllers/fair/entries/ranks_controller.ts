import type { HttpContext } from '@adonisjs/core/http'
import { correctedEntry } from '#controllers/fair/entries/entry'
import { done, localPath, returnPath } from '#services/answers'
import { rankValidator } from '#validators/fair/correction'

/** Where somebody is in a queue: the order changes, the positions do not. */
export default class RanksController {
  async edit(ctx: HttpContext) {
    const { entry, stand, sheet } = await correctedEntry(ctx)
    return ctx.view.render('pages/fair/entries/ranks/edit', {
      entry,
      stand,
      sheet,
      standing: await entry.standing(),
      from: returnPath(ctx),
    })
  }

  async update(ctx: HttpContext) {
    const { entry, stand, named, sheet } = await correctedEntry(ctx)
    const { rank } = await ctx.request.validateUsing(rankValidator)
    await stand.move(entry, rank, ctx.viewer.act())
    const from = [returnPath(ctx), localPath(ctx.request.input('from'))].find((path) => path && !path.endsWith('/rank/edit'))
    return done(ctx, 'control.entries.moved', named, from ?? sheet)
  }
}
