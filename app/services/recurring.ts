import scheduler from 'adonisjs-scheduler/services/main'
import { CronExpressionParser } from 'cron-parser'
import { DateTime } from 'luxon'
import TaskRun from '#models/monitoring/task_run'

interface Recurring {
  name: string
  cron: string
  work: () => Promise<unknown>
}

const tasks: Recurring[] = []

/** @param cron six fields, seconds first, in UTC */
export function task(name: string, cron: string, work: () => Promise<unknown>) {
  tasks.push({ name, cron, work })
  scheduler.call(() => TaskRun.execute(name, dueBefore(cron), work)).cron(cron)
}

/** A run that fell due while nobody was there is run once. */
export async function runMissed() {
  for (const { name, cron, work } of tasks) {
    const due = dueBefore(cron)
    const last = await TaskRun.lastDue(name)
    if (!last || last < due) await TaskRun.execute(name, due, work)
  }
}

function dueBefore(cron: string) {
  return DateTime.fromJSDate(
    CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: new Date(Date.now() + 1) })
      .prev()
      .toDate()
  )
}
