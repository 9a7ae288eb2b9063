import type { HttpContext } from '@adonisjs/core/http'
import { correctedEntry } from '#controllers/fair/entries/entry'
import FairPolicy from '#policies/fair/fair_policy'
import { doneBack } from '#services/answers'
import { forcedEntryValidator } from '#validators/fair/correction'
import { asId, asWords } from '#validators/filters'
import { pressed } from '#validators/pressed'

/** Places in queues, as an organiser gives and takes them. */
export default class EntriesController {
  async create({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const stand = await fair
      .related('stands')
      .query()
      .where('id', asId(request.input('stand')) ?? 0)
      .firstOrFail()
    const words = asWords(request.input('q'))
    return view.render('pages/fair/entries/create', { stand, words, people: await fair.findPeople(words) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const { standId, attendeeId } = await pressed(ctx.request.validateUsing(forcedEntryValidator))
    const stand = await ctx.fair.related('stands').query().where('id', standId).firstOrFail()
    const attendee = await ctx.fair.related('attendees').query().where('id', attendeeId).firstOrFail()
    await stand.force(attendee, ctx.viewer.act())
    return doneBack(ctx, 'control.entries.forced', { name: attendee.fullName, stand: stand.name }, `${ctx.fair.path}/control`)
  }

  async destroy(ctx: HttpContext) {
    const { entry, stand, named, sheet } = await correctedEntry(ctx)
    await stand.remove(entry, ctx.viewer.act())
    return doneBack(ctx, 'control.entries.removed', named, sheet)
  }
}
