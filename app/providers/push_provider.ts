import type { ApplicationService } from '@adonisjs/core/types'

/** Before the first person may ask to be told things on a device. */
export default class PushProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    const { prepareVapidKeys } = await import('#services/vapid')
    const logger = await this.app.container.make('logger')
    await prepareVapidKeys().catch((error) => logger.error({ err: error }, 'web push has no keys; the next start tries again'))
  }
}
