import { TaskRunSchema } from '#database/schema'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'

/** One execution of a recurring task. */
export default class TaskRun extends TaskRunSchema {
  /**
   * Runs `work` for the time at which it was due, unless another process has it: whoever inserts the row runs it.
   * @returns whether this process ran it
   */
  static async execute(task: string, dueAt: DateTime, work: () => Promise<unknown>) {
    const run = await this.#claim(task, dueAt)
    if (!run) return false
    try {
      await work()
      run.merge({ outcome: 'done' })
    } catch (error) {
      logger.error({ err: error, task }, 'a recurring task failed')
      run.merge({ outcome: 'failed', error: (error as Error).message })
    }
    await run.merge({ finishedAt: DateTime.now() }).save()
    return true
  }

  static async lastDue(task: string) {
    const last = await this.query().where('task', task).orderBy('due_at', 'desc').first()
    return last?.dueAt
  }

  static async #claim(task: string, dueAt: DateTime) {
    const row = { task, due_at: dueAt.toJSDate(), started_at: new Date() }
    const [claimed] = await this.query()
      .client.insertQuery()
      .table(this.table)
      .insert(row)
      .knexQuery.onConflict(['task', 'due_at'])
      .ignore()
      .returning('id')
    return claimed && (await this.findOrFail(claimed.id))
  }
}
