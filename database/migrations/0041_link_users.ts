import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Links that are mailed to somebody with an account. A verification says which address it proves: that of the account,
 * or the one that is to replace it.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table secret_links
        add column user_id bigint references users on delete cascade,
        add column email text check (length(email) <= 254),
        add column used_at timestamptz,
        add check (purpose not in ('verification', 'reset') or user_id is not null),
        add check ((purpose = 'verification') = (email is not null))`)
    this.schema.raw('create index secret_links_user on secret_links (user_id, purpose, created_at desc) where user_id is not null')
    this.schema.raw(`create unique index secret_links_verification on secret_links (user_id)
      where purpose = 'verification' and revoked_at is null and used_at is null`)
  }

  async down() {
    this.schema.raw('alter table secret_links drop column user_id, drop column email, drop column used_at')
  }
}
