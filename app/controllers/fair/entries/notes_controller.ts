import type { HttpContext } from '@adonisjs/core/http'
import StandPolicy from '#policies/fair/stand_policy'
import { done, returnPath } from '#services/answers'
import { noteValidator } from '#validators/fair/desk'

/** What the stand keeps for itself about somebody it met. */
export default class NotesController {
  async update(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('note', stand)
    const entry = await stand.related('entries').query().where('id', ctx.params.entry).preload('attendee').firstOrFail()
    const { note, interest, version } = await ctx.request.validateUsing(noteValidator)
    await stand.writeNote(entry, { text: note, interest }, version, ctx.viewer.act(stand))
    const dashboard = `${ctx.fair.path}/stands/${stand.id}/dashboard`
    return done(ctx, 'desk.notes.saved', { name: entry.attendee.fullName }, closed(returnPath(ctx)) ?? dashboard)
  }
}

/** The same page without the note that was open on it. */
function closed(path: string | undefined) {
  if (!path) return undefined
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  searchParams.delete('note')
  return searchParams.size ? `${pathname}?${searchParams}` : pathname
}
