import { TaskRunSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import User from '#models/accounts/user'
import { type Act, SYSTEM } from '#models/mixins/act'
import { Tracked } from '#models/mixins/tracked'
import { claim } from '#models/monitoring/task_run/claiming'
import { BEAT, LOST_AFTER, beat, conclude } from '#models/monitoring/task_run/concluding'

/** One execution of a recurring task. */
export default class TaskRun extends compose(TaskRunSchema, Tracked) {
  @belongsTo(() => User, { foreignKey: 'requestedBy' })
  declare requester: BelongsTo<typeof User>

  /**
   * Runs `work` for the time at which it was due, unless another process has it, or is still at it for the time before.
   * @returns whether this process ran it
   */
  static async execute(task: string, dueAt: DateTime, work: () => Promise<unknown>) {
    const run = await claim({ task, dueAt }, { by: SYSTEM, at: DateTime.now() })
    await run?.carryOut(work)
    return run !== undefined
  }

  /**
   * Somebody wants it to run now.
   * @param after the last run that they saw: when another was asked for since, theirs is that one
   * @returns the run to carry out, or undefined when there is one already
   */
  static request(task: string, after: number, act: Act) {
    return claim({ task, dueAt: act.at, after }, act)
  }

  static async lastDue(task: string) {
    const last = await this.query().where('task', task).orderBy('due_at', 'desc').first()
    return last?.dueAt
  }

  /** While it lasts, says now and then that its process is still at it. */
  async carryOut(this: TaskRun, work: () => Promise<unknown>) {
    const pulse = setInterval(() => void beat(this), BEAT).unref()
    let failure: Error | undefined
    try {
      await work()
    } catch (error) {
      logger.error({ err: error, task: this.task }, 'a recurring task failed')
      failure = error as Error
    } finally {
      clearInterval(pulse)
    }
    await conclude(this, failure)
  }

  /** Under way, done, failed, or lost: its process died with it. */
  stateAt(at: DateTime) {
    if (this.outcome) return this.outcome
    return (this.seenAt ?? this.startedAt) < at.minus(LOST_AFTER) ? 'lost' : 'running'
  }
}
