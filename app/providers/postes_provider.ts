import type { ApplicationService } from '@adonisjs/core/types'

/** Poste sessions end by themselves, and stations that fall silent are noticed. */
export default class PostesProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    const { prepareLeaseKeys } = await import('#services/leases')
    const logger = await this.app.container.make('logger')
    await prepareLeaseKeys().catch((error) => logger.error({ err: error }, 'leases have no key; the next start tries again'))
    if (this.app.getEnvironment() === 'web') await this.#watch()
  }

  async #watch() {
    const { SESSIONS } = await import('#models/postes/running')
    const { bus } = await import('#services/live_bus')
    const { SessionClock } = await import('#services/session_clock')
    const { ear } = await import('#services/stations')
    const clock = new SessionClock()
    await clock.start()
    ear.start()
    bus.onWork(SESSIONS, () => clock.ring())
    this.app.terminating(async () => {
      await clock.stop()
      await ear.stop()
    })
  }
}
