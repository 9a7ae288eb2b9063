import type { ApplicationService } from '@adonisjs/core/types'

/** Deliveries leave from inside the web processes: whichever is free takes the next. */
export default class DeliveriesProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    const { Postman } = await import('#services/postman')
    const { bus } = await import('#services/live_bus')
    const postman = new Postman()
    postman.start()
    bus.onWork('deliveries', () => postman.ring())
    this.app.terminating(() => postman.stop())
  }
}
