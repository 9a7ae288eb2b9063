import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import Attendee from '#models/fair/attendee'
import { doneBack } from '#services/answers'

/** "Rattacher à mon compte": what a phone holds without an account becomes the signed-in person's. */
export default class MyClaimsController {
  async store(ctx: HttpContext) {
    const { viewer, fair } = ctx
    const guest = await fair.guestFor(viewer)
    if (!guest) throw new errors.E_ROW_NOT_FOUND(Attendee)
    await guest.claim(viewer.user!, viewer.act())
    return doneBack(ctx, 'visiting.claimed', { fair: fair.name }, `${fair.path}/my`)
  }
}
