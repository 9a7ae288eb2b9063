import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'

/** All that is prepared before the doors open, in its order. */
export default class SetupsController {
  async show({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const [readiness, mayCopy] = await Promise.all([fair.readiness(), bouncer.with(FairPolicy).allows('copy', fair)])
    return view.render('pages/fair/setups/show', { readiness, mayCopy })
  }
}
