import { BaseSchema } from '@adonisjs/lucid/schema'

/** The jobs of @adonisjs/queue, as its database driver (0.6.2) wants them; instants are milliseconds. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table queue_jobs (
        id text not null,
        queue text not null,
        status text not null check (status in ('pending', 'active', 'delayed', 'completed', 'failed')),
        data text not null,
        score bigint,
        worker_id text,
        acquired_at bigint,
        execute_at bigint,
        finished_at bigint,
        error text,
        dedup_id text,
        dedup_at bigint,
        dedup_ttl bigint,
        primary key (id, queue)
      )`)
    this.schema.raw(`create index queue_jobs_pending on queue_jobs (queue, score) where status = 'pending'`)
    this.schema.raw(`create index queue_jobs_delayed on queue_jobs (queue, execute_at) where status = 'delayed'`)
    this.schema.raw(`create index queue_jobs_active on queue_jobs (queue, acquired_at) where status = 'active'`)
  }

  async down() {
    this.schema.raw('drop table queue_jobs')
  }
}
