import type { ApplicationService } from '@adonisjs/core/types'

/** Poste sessions end by themselves, and stations that fall silent are noticed. */
export default class PostesProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { DateTime } = await import('luxon')
    const { SYSTEM } = await import('#models/mixins/act')
    const { waitForStations } = await import('#models/postes/presence')
    const { SESSIONS } = await import('#models/postes/running')
    const { bus } = await import('#services/live_bus')
    const { prepareLeaseKeys } = await import('#services/leases')
    const { SessionClock } = await import('#services/session_clock')
    const { ear } = await import('#services/stations')
    await prepareLeaseKeys()
    await waitForStations({ by: SYSTEM, at: DateTime.utc() })
    const clock = new SessionClock()
    clock.start()
    ear.start()
    bus.onWork(SESSIONS, () => clock.ring())
    this.app.terminating(async () => {
      await clock.stop()
      await ear.stop()
    })
  }
}
