import { BaseSchema } from '@adonisjs/lucid/schema'

/** One row tells one person one thing; after expires_at it is history, never sent nor shown as news. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table notifications (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        kind text not null,
        params jsonb not null default '{}',
        path text not null check (path like '/%' and path not like '//%'),
        about text,
        created_at timestamptz not null,
        expires_at timestamptz,
        read_at timestamptz
      )`)
    this.schema.raw('create index notifications_unread on notifications (user_id, created_at desc) where read_at is null')
    this.schema.raw('create index notifications_user on notifications (user_id, created_at desc)')
    this.schema.raw('create index notifications_about on notifications (about) where about is not null')
  }

  async down() {
    this.schema.raw('drop table notifications')
  }
}
