import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'

/** How long the database may take to answer before this process is not ready (ms). */
const PATIENCE = 3000

/** `live`: the process answers. `ready`: and its database does. */
export default class HealthChecksController {
  async index({ response }: HttpContext) {
    return response.ok({ status: 'ok' })
  }

  async show({ response }: HttpContext) {
    try {
      await Promise.race([db.rawQuery('select 1').timeout(PATIENCE), tooLate()])
      return response.ok({ status: 'ok', database: 'ok' })
    } catch (error) {
      logger.warn({ err: error }, 'not ready: the database does not answer')
      return response.serviceUnavailable({ status: 'unavailable', database: 'unreachable' })
    }
  }
}

/** A pool without a free connection lets a query wait before its own time is counted. */
function tooLate() {
  return new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE).unref()
  })
}
