import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import Visitor from '#models/postes/visitor'
import { registrationsOf } from '#models/postes/claims'
import { reservationsOfUser } from '#models/postes/reservation_list'
import { done } from '#services/answers'

/** Where the person is known as a visitor. */
export default class MyRegistrationsController {
  async index({ view, viewer }: HttpContext) {
    const { id } = viewer.user!
    const [registrations, reservations] = await Promise.all([registrationsOf(id), reservationsOfUser(id, DateTime.now())])
    return view.render('pages/postes/my_registrations/index', { registrations, reservations })
  }

  async destroy(ctx: HttpContext) {
    const visitor = await Visitor.query().where({ id: ctx.params.id, user_id: ctx.viewer.user!.id }).preload('site').firstOrFail()
    await visitor.unlink(ctx.viewer.act())
    return done(ctx, 'visitors.mine.unlinked', { site: visitor.site.name }, '/compte/postes')
  }
}
