import type { ApplicationService } from '@adonisjs/core/types'

/** Starts the database that the installation brings with it, unless it is told to use another. */
export default class EmbeddedPostgresProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { embedded, database } = await import('#config/database')
    const { ensureVarDir } = await import('#services/var_dir')
    if (!embedded) return
    ensureVarDir()
    const logger = await this.app.container.make('logger')
    await embedded.keep(database.name, (error) => logger.error({ err: error }, 'the embedded database is not guarded'))
  }

  async shutdown() {
    const { embedded } = await import('#config/database')
    embedded?.release()
  }
}
