import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { PAGE_SIZE, pageOf } from '#models/mixins/paging'
import TaskRun from '#models/monitoring/task_run'
import { type Recurring, nextDues, recurringTasks } from '#services/recurring'

/** Every recurring task with its last run and the next. */
export async function taskBoard(at: DateTime) {
  const newest = db.from('task_runs').select(db.raw('distinct on (task) id')).orderByRaw('task, started_at desc, id desc')
  const runs = await TaskRun.query().whereIn('id', newest).preload('requester')
  const lasts = new Map(runs.map((run) => [run.task, run]))
  return recurringTasks().map((task) => taskLine(task, lasts.get(task.name), at))
}

/** One task, and every run of it that is remembered, the newest first. */
export async function taskHistory(task: Recurring, page: number, at: DateTime) {
  const found = await TaskRun.query()
    .where('task', task.name)
    .preload('requester')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .paginate(page, PAGE_SIZE)
  const runs = found.all()
  return {
    task: taskLine(task, page === 1 ? runs[0] : undefined, at),
    runs: pageOf(
      runs.map((run) => runLine(run, at)),
      found.total,
      page
    ),
  }
}

export type TaskLine = ReturnType<typeof taskLine>

function taskLine({ name, cron }: Recurring, last: TaskRun | undefined, at: DateTime) {
  const [next, afterNext] = nextDues(cron, at)
  return { name, next, everyMinutes: (afterNext.getTime() - next.getTime()) / 60_000, last: last && runLine(last, at) }
}

function runLine(run: TaskRun, at: DateTime) {
  return {
    id: run.id,
    startedAt: run.startedAt.toJSDate(),
    seconds: run.finishedAt && Math.round(run.finishedAt.diff(run.startedAt).as('seconds') * 10) / 10,
    state: run.stateAt(at),
    error: run.error,
    requester: run.requester?.fullName ?? null,
  }
}
