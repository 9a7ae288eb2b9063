import type { HttpContext } from '@adonisjs/core/http'
import StandPolicy from '#policies/fair/stand_policy'

/** The place that the address names, in a queue where whoever asks works. */
export async function placeAtStand({ fair, params, bouncer }: HttpContext) {
  const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
  await bouncer.with(StandPolicy).authorize('work', stand)
  const entry = await stand.related('entries').query().where('id', params.entry).preload('attendee').firstOrFail()
  return { stand, entry, dashboard: `${fair.path}/stands/${stand.id}/dashboard` }
}
