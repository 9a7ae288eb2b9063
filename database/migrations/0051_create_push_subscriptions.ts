import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A browser that agreed to be told things while no page of ours is open, and the pair of keys with which this installation
 * introduces itself to the push services. A subscription lasts as long as the sign-in under which it was agreed to is not
 * ended: on a borrowed computer, signing out must be enough.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table push_subscriptions (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        sign_in_id bigint not null references sign_ins on delete cascade,
        endpoint text not null unique check (endpoint ~ '^https?://' and length(endpoint) <= 2000),
        p256dh text not null,
        auth text not null,
        user_agent text,
        created_at timestamptz not null,
        last_ok_at timestamptz
      )`)
    this.schema.raw('create index push_subscriptions_user on push_subscriptions (user_id)')
    this.schema.raw('create index push_subscriptions_sign_in on push_subscriptions (sign_in_id)')
    this.schema.raw(`
      create table vapid_keys (
        id smallint primary key default 1 check (id = 1),
        public_key text not null,
        private_key_encrypted text not null,
        created_at timestamptz not null
      )`)
  }

  async down() {
    this.schema.raw('drop table vapid_keys')
    this.schema.raw('drop table push_subscriptions')
  }
}
