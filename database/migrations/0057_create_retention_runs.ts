import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the last night removed, purpose by purpose; the audit keeps the nights before. With it, what the clocks look for. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table retention_runs (
        purpose text primary key,
        ran_at timestamptz not null,
        days integer not null check (days > 0),
        removed integer not null check (removed >= 0)
      )`)
    this.schema.raw('create index sign_ins_over on sign_ins (coalesce(ended_at, expires_at))')
    this.schema.raw('create index notifications_created on notifications (created_at)')
  }

  async down() {
    this.schema.raw('drop index sign_ins_over, notifications_created')
    this.schema.raw('drop table retention_runs')
  }
}
