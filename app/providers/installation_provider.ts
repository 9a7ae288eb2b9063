import type { ApplicationService } from '@adonisjs/core/types'

/** Before the web server listens: tables up to date, and on a demonstration its people and its fair. */
export default class InstallationProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    if (this.app.getEnvironment() !== 'web') return
    const { default: env } = await import('#start/env')
    if (env.get('MIGRATE') === false) return
    const { migrate } = await import('#services/installation')
    await migrate()
    if (!env.get('DEMO')) return
    const { prepareDemo } = await import('#services/demo')
    await prepareDemo()
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { greet } = await import('#services/greeting')
    await greet()
  }
}
