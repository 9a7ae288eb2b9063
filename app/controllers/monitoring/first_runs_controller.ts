import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { DateTime } from 'luxon'
import { firstRunOf } from '#models/accounts/first_run'
import { setUp } from '#models/monitoring/first_run'
import { goTo } from '#services/answers'
import { enter } from '#services/entering'
import { landing } from '#services/landing'
import { allow } from '#start/limiter'
import { firstRunValidator } from '#validators/monitoring/first_run'

/** Whoever read the console of an installation without administrators makes the first, and says what it is called. */
export default class FirstRunsController {
  async show(ctx: HttpContext) {
    await open(ctx)
    return ctx.view.render('pages/monitoring/first_runs/show')
  }

  async store(ctx: HttpContext) {
    const link = await open(ctx)
    const user = await setUp(link, await ctx.request.validateUsing(firstRunValidator), ctx.viewer.act())
    if (!user) throw absent()
    await enter(ctx, user)
    return goTo(ctx, await landing(ctx.viewer))
  }
}

async function open({ request, params }: HttpContext) {
  const link = await firstRunOf(params.token, DateTime.now())
  if (link) return link
  await allow('link', request.ip())
  throw absent()
}

function absent() {
  return new Exception('There is no such page', { status: 404, code: 'E_ROUTE_NOT_FOUND' })
}
