import type { ApplicationService } from '@adonisjs/core/types'

/** Recurring tasks run inside the web processes; the database decides which of them runs each. */
export default class TasksProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    const { Worker } = await import('adonisjs-scheduler')
    const { runMissed } = await import('#services/recurring')
    const worker = new Worker(this.app)
    await worker.start()
    const logger = await this.app.container.make('logger')
    const leaving = new AbortController()
    const missed = runMissed(leaving.signal).catch((error) =>
      logger.error({ err: error }, 'what was missed could not be made up for; the next start tries again')
    )
    this.app.terminating(async () => {
      leaving.abort()
      await Promise.all([worker.stop(), missed])
    })
  }
}
