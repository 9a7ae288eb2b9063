import type { HttpContext } from '@adonisjs/core/http'
import { goTo } from '#services/answers'
import { introduced } from '#services/introducing'
import { allow } from '#start/limiter'

export default class RequestsController {
  /** The browser asks to be told where it stands: the desk sees its label. */
  async store(ctx: HttpContext) {
    await allow('pairing', ctx.request.ip())
    await introduced(ctx)
    return goTo(ctx, '/station')
  }
}
