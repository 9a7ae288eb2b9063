import type { HttpContext } from '@adonisjs/core/http'
import { correctedEntry } from '#controllers/fair/entries/entry'
import { doneBack } from '#services/answers'

/** "Marqué passé par erreur". */
export default class ReinstatementsController {
  async store(ctx: HttpContext) {
    const { entry, stand, named, sheet } = await correctedEntry(ctx)
    await stand.reinstate(entry, ctx.viewer.act())
    return doneBack(ctx, 'control.entries.reinstated', named, sheet)
  }
}
