import type { HttpContext } from '@adonisjs/core/http'
import { standChoices } from '#models/fair/stand_choices'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { admissionOf, typedName } from '#validators/fair/registration'

/** Somebody at the door, without an account. */
export default class RegistrationsController {
  async create({ view, session, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const typed = typedName(session.flashMessages)
    const [stands, namesakes] = await Promise.all([standChoices(fair), typed ? fair.namesakes(typed) : []])
    return view.render('pages/fair/registrations/create', { stands, namesakes })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.admit(await admissionOf(ctx.request), ctx.viewer.act())
    return done(ctx, 'setup.registrations.stored', { name: attendee.fullName }, `${ctx.fair.path}/attendees/${attendee.id}`)
  }
}
