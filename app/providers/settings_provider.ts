import type { ApplicationService } from '@adonisjs/core/types'

/** Commands that come before the tables or wait for the database. */
const BEFORE_ALL = /^(db:|migration:|schema:|list:)/

const UNDEFINED_TABLE = '42P01'

/** Reads what every page needs of the database before the first of them is asked for. */
export default class SettingsProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    const isCommand = this.app.getEnvironment() === 'console'
    if (isCommand && BEFORE_ALL.test(process.argv[2] ?? '')) return
    const { remember } = await import('#services/remembered')
    await Promise.all([import('#services/settings'), import('#services/legal'), import('#services/stations'), import('#services/leases')])
    try {
      await remember()
    } catch (error) {
      if (!isCommand && (error as { code?: string }).code !== UNDEFINED_TABLE) throw error
      const logger = await this.app.container.make('logger')
      logger.warn({ err: error }, 'the settings cannot be read: the defaults hold')
    }
  }
}
