import type { ApplicationService } from '@adonisjs/core/types'

/** Before the web server listens: tables up to date, and on a demonstration its people and its fair. */
export default class InstallationProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    if (this.app.getEnvironment() !== 'web') return
    const { default: env } = await import('#start/env')
    if (env.get('MIGRATE') === false) return
    const { install } = await import('#services/installation')
    await install({ demo: env.get('DEMO') === true })
  }
}
