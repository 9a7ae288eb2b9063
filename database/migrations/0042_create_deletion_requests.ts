import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody asked that their account be deleted, and has not changed their mind unless it says so. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table deletion_requests (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        asked_at timestamptz not null,
        asked_by text not null,
        cancelled_at timestamptz,
        cancelled_by text,
        check ((cancelled_at is null) = (cancelled_by is null))
      )`)
    this.schema.raw('create unique index deletion_requests_open on deletion_requests (user_id) where cancelled_at is null')
    this.schema.raw('create index deletion_requests_user on deletion_requests (user_id)')
  }

  async down() {
    this.schema.raw('drop table deletion_requests')
  }
}
