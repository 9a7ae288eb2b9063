import type { ApplicationService } from '@adonisjs/core/types'

/** Listens to what other processes commit, and lets the streams go when the application stops. */
export default class LiveProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    if (!['web', 'test'].includes(this.app.getEnvironment())) return
    const { bus } = await import('#services/live_bus')
    const { streams } = await import('#services/live_streams')
    await bus.start()
    // Registered last, so run first: the web server waits for every stream before it closes.
    this.app.terminating(async () => {
      streams.endAll()
      await bus.stop()
    })
  }
}
