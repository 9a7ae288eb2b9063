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
      await db.rawQuery('select 1').timeout(PATIENCE)
      return response.ok({ status: 'ok', database: 'ok' })
    } catch (error) {
      logger.warn({ err: error }, 'not ready: the database does not answer')
      return response.serviceUnavailable({ status: 'unavailable', database: 'unreachable' })
    }
  }
}
