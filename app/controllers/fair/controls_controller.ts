import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { controlRoomOf } from '#models/fair/control_room'
import { interviewsToday } from '#models/fair/hours'
import FairPolicy from '#policies/fair/fair_policy'
import { controlFilters } from '#validators/fair/filters'

/** The organiser's control room. */
export default class ControlsController {
  async show({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/controls/show', {
      ...(await controlRoomOf(fair, controlFilters(request))),
      hours: await interviewsToday(fair.id, DateTime.now()),
    })
  }
}
