import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * One message on one channel to one address, written with what it tells. It waits until it has been sent, has expired
 * or is given up; what it alone could reveal (the token of a link) is encrypted, and erased when it waits no more.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table deliveries (
        id bigint generated always as identity primary key,
        channel text not null check (channel in ('email', 'push', 'sms')),
        user_id bigint references users on delete cascade,
        notification_id bigint references notifications on delete set null,
        address text not null check (length(address) between 1 and 2000),
        locale text not null check (locale in ('fr', 'en')),
        template text not null check (template ~ '^[a-z_]+/[a-z_]+$'),
        params jsonb not null default '{}',
        secrets text,
        message_id text not null unique,
        status text not null default 'waiting' check (status in ('waiting', 'sent', 'expired', 'given_up')),
        attempts integer not null default 0 check (attempts >= 0),
        reason text,
        receipt text,
        created_at timestamptz not null,
        due_at timestamptz not null,
        expires_at timestamptz,
        sent_at timestamptz,
        ended_at timestamptz,
        check ((status = 'waiting') = (ended_at is null)),
        check ((status = 'sent') = (sent_at is not null)),
        check (status = 'waiting' or secrets is null),
        check (status <> 'given_up' or reason is not null)
      )`)
    this.schema.raw('create index deliveries_latest on deliveries (created_at desc, id desc)')
    this.schema.raw('create index deliveries_status on deliveries (status, created_at desc, id desc)')
    this.schema.raw(`create index deliveries_due on deliveries (due_at) where status = 'waiting'`)
    this.schema.raw(`create index deliveries_expiring on deliveries (expires_at) where status = 'waiting' and expires_at is not null`)
    this.schema.raw('create index deliveries_ended on deliveries (ended_at) where ended_at is not null')
    this.schema.raw('create index deliveries_user on deliveries (user_id) where user_id is not null')
    this.schema.raw('create index deliveries_notification on deliveries (notification_id) where notification_id is not null')
  }

  async down() {
    this.schema.raw('drop table deliveries')
  }
}
