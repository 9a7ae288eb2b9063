import type { ApplicationService } from '@adonisjs/core/types'

/** Calls that nobody answers end by themselves. */
export default class CallsProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { CallClock } = await import('#services/call_clock')
    const { CALLS } = await import('#models/fair/settle')
    const { bus } = await import('#services/live_bus')
    const clock = new CallClock()
    await clock.start()
    bus.onWork(CALLS, () => clock.ring())
    this.app.terminating(() => clock.stop())
  }
}
