import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { settings } from '#services/settings'
import { id, lending } from '#validators/postes/counter'
import { day, hour } from '#validators/postes/rules'

const slot = { day: day(), time: hour(), posteId: id().nullable().optional(), minutes: lending.minutes, other: lending.other }

const reservation = vine.create(vine.object({ ...slot, visitorId: lending.visitorId }))
const own = vine.create(vine.object({ ...slot, registrationId: id() }))
const arrangement = vine.create(vine.object(slot))

type Typed = Awaited<ReturnType<typeof arrangement.validate>>

/** Whom, which poste, when and how long: nothing is a guest, a poste that is free then, the usual time. */
export async function reservationValues(request: HttpRequest, usual: number) {
  const { visitorId = null, ...typed } = await request.validateUsing(reservation)
  const wanted = slotOf(typed, usual)
  return { visitorId, ...wanted }
}

/** The same of a reservation whose person is known. */
export async function arrangementValues(request: HttpRequest, usual: number) {
  return slotOf(await request.validateUsing(arrangement), usual)
}

/** What somebody reserves by themselves, and where; `minutes` is undefined for the usual time of the site. */
export async function ownReservationValues(request: HttpRequest) {
  const { registrationId, ...typed } = await request.validateUsing(own)
  const { minutes, ...wanted } = slotOf(typed, 0)
  return { registrationId, minutes: minutes || undefined, ...wanted }
}

/** The instant that a day and an hour name where the instance is. */
function slotOf({ day: date, time, posteId = null, minutes, other }: Typed, usual: number) {
  const startsAt = DateTime.fromISO(`${date.toISODate()}T${time}`, { zone: settings().zone })
  return { posteId, startsAt, minutes: other ?? minutes ?? usual }
}
