import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Who asked for a run, and when its process was last seen at it: one that is no longer seen has died. A task runs once at a
 * time, whoever starts it.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table task_runs
        add column requested_by bigint references users on delete set null,
        add column seen_at timestamptz`)
    this.schema.raw(`
      update task_runs set finished_at = started_at, outcome = 'failed', error = 'interrupted' where finished_at is null`)
    this.schema.raw('create unique index task_runs_under_way on task_runs (task) where finished_at is null')
    this.schema.raw('create index task_runs_history on task_runs (task, started_at desc)')
    this.schema.raw('create index task_runs_finished on task_runs (finished_at)')
  }

  async down() {
    this.schema.raw('drop index task_runs_under_way, task_runs_history, task_runs_finished')
    this.schema.raw('alter table task_runs drop column requested_by, drop column seen_at')
  }
}
