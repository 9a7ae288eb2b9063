import { BaseSchema } from '@adonisjs/lucid/schema'

/** One execution of a recurring task. Whoever inserts the row for a due time is the process that runs it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table task_runs (
        id bigint generated always as identity primary key,
        task text not null,
        due_at timestamptz not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        outcome text check (outcome in ('done', 'failed')),
        error text,
        unique (task, due_at),
        check ((finished_at is null) = (outcome is null))
      )`)
  }

  async down() {
    this.schema.raw('drop table task_runs')
  }
}
