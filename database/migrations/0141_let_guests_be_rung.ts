import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A browser may also agree for somebody without account: as long as the secret link that it keeps is theirs. It is told things in
 * the language in which it agreed. What is pushed to it has no notification: what it is about says when it is no longer true.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table push_subscriptions
        alter column user_id drop not null,
        alter column sign_in_id drop not null,
        add column secret_link_id bigint references secret_links on delete cascade,
        add column locale text check (locale in ('fr', 'en')),
        add check ((user_id is null) = (sign_in_id is null)),
        add check ((user_id is null) <> (secret_link_id is null)),
        add check (secret_link_id is null or locale is not null)`)
    this.schema.raw('create index push_subscriptions_link on push_subscriptions (secret_link_id) where secret_link_id is not null')
    this.schema.raw('alter table deliveries add column about text')
    this.schema.raw(`create index deliveries_about on deliveries (about) where about is not null and status = 'waiting'`)
  }

  async down() {
    this.schema.raw('alter table deliveries drop column about')
    this.schema.raw('delete from push_subscriptions where user_id is null')
    this.schema.raw(`
      alter table push_subscriptions
        drop column secret_link_id,
        drop column locale,
        alter column user_id set not null,
        alter column sign_in_id set not null`)
  }
}
