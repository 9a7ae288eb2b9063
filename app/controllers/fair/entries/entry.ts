import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'

/** The place in a queue that the address of an organiser names, and the sheet of whose it is. */
export async function correctedEntry({ fair, params, bouncer }: HttpContext) {
  await bouncer.with(FairPolicy).authorize('manage', fair)
  const entry = await fair.related('entries').query().where('id', params.id).preload('stand').preload('attendee').firstOrFail()
  const named = { name: entry.attendee.fullName, stand: entry.stand.name }
  return { entry, stand: entry.stand, named, sheet: `${fair.path}/attendees/${entry.attendeeId}` }
}
