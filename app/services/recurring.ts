import scheduler from 'adonisjs-scheduler/services/main'
import logger from '@adonisjs/core/services/logger'
import { errors } from '@adonisjs/lucid'
import { CronExpressionParser } from 'cron-parser'
import { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import TaskRun from '#models/monitoring/task_run'

export interface Recurring {
  name: string
  cron: string
  work: () => Promise<unknown>
}

const tasks: Recurring[] = []

const underWay = new Set<Promise<void>>()

/** @param cron six fields, seconds first, in UTC */
export function task(name: string, cron: string, work: () => Promise<unknown>) {
  tasks.push({ name, cron, work })
  scheduler.call(() => TaskRun.execute(name, dueBefore(cron), work)).cron(cron)
}

/**
 * A run that fell due while nobody was there is run once.
 * @param leaving once aborted, what is under way is finished and nothing else is begun
 */
export async function runMissed(leaving?: AbortSignal) {
  for (const { name, cron, work } of tasks) {
    if (leaving?.aborted) return
    const due = dueBefore(cron)
    const last = await TaskRun.lastDue(name)
    if (!last || last < due) await TaskRun.execute(name, due, work)
  }
}

export function recurringTasks(): readonly Recurring[] {
  return tasks
}

/** @throws E_ROW_NOT_FOUND as for any other address of something that does not exist */
export function taskNamed(name: string) {
  const found = tasks.find((one) => one.name === name)
  if (!found) throw new errors.E_ROW_NOT_FOUND(TaskRun)
  return found
}

/**
 * Starts a task that somebody asks for, and does not wait for its end.
 * @param after the last run that they saw, so that asking twice is asking once
 */
export async function runNow({ name, work }: Recurring, after: number, act: Act) {
  const run = await TaskRun.request(name, after, act)
  if (!run) return
  const running = run
    .carryOut(work)
    .catch((error) => logger.error({ err: error, task: name }, 'the end of a task could not be written'))
    .finally(() => underWay.delete(running))
  underWay.add(running)
}

/** Until nothing that was asked for is under way in this process. */
export async function settled() {
  await Promise.all(underWay)
}

/** The next two times at which it is due: when, and how often. */
export function nextDues(cron: string, from: DateTime) {
  const dues = CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: from.toJSDate() })
  return [dues.next().toDate(), dues.next().toDate()] as const
}

function dueBefore(cron: string) {
  return DateTime.fromJSDate(
    CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: new Date(Date.now() + 1) })
      .prev()
      .toDate()
  )
}
