import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import Attendee from '#models/fair/attendee'
import { goTo } from '#services/answers'
import { keepGuest } from '#services/guest_cookie'
import { guesses } from '#start/limiter'

/** What an attendee without account was given: opening the address shows a button, and only the button lets the phone in. */
export default class LinksController {
  async show(ctx: HttpContext) {
    return ctx.view.render('pages/fair/guests/links/show', { attendee: await guestOf(ctx) })
  }

  async store(ctx: HttpContext) {
    await keepGuest(ctx, await guestOf(ctx), ctx.params.token)
    return goTo(ctx, `${ctx.fair.path}/my`)
  }
}

/** @throws {Refusal} fair.refusals.guest_link_invalid: never existed, claimed, replaced or too old, without saying which */
function guestOf({ request, params, fair }: HttpContext) {
  return guesses(request.ip(), async () => {
    const [guest] = await SecretLink.guests([params.token], DateTime.now())
    if (guest?.fairId !== fair.id) throw new Refusal('fair.refusals.guest_link_invalid', {}, { status: 404 })
    return Attendee.findOrFail(guest.attendeeId)
  })
}
