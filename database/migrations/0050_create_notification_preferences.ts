import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What a person chose, by kind of news and channel: only what differs from the defaults of config/notifications.ts.
 * What a choice decides for one notification is written on it when it is made: `silent` is shown in the list and not over
 * the pages, `digest_at` waits for the digest of that time.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table notification_preferences (
        user_id bigint not null references users on delete cascade,
        kind text not null,
        channel text not null check (channel in ('app', 'email', 'push')),
        mode text not null check (mode in ('on', 'digest', 'off') and (mode <> 'digest' or channel = 'email')),
        updated_at timestamptz not null,
        primary key (user_id, kind, channel)
      )`)
    this.schema.raw(`
      create table notification_settings (
        user_id bigint primary key references users on delete cascade,
        quiet_hours boolean not null default true,
        digest text not null default 'daily' check (digest in ('daily', 'weekly')),
        updated_at timestamptz not null
      )`)
    this.schema.raw(`alter table notifications add column silent boolean not null default false, add column digest_at timestamptz`)
    this.schema.raw('create index notifications_digest on notifications (digest_at) where digest_at is not null')
  }

  async down() {
    this.schema.raw('alter table notifications drop column silent, drop column digest_at')
    this.schema.raw('drop table notification_settings')
    this.schema.raw('drop table notification_preferences')
  }
}
