import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A link that stands for somebody without an account. It is found by its hash; the encrypted copy lets staff
 * show it again. One is current per stand: the others are revoked.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table secret_links (
        id bigint generated always as identity primary key,
        purpose text not null check (purpose in ('stand', 'wall', 'invitation', 'verification', 'reset', 'share', 'pairing')),
        stand_id bigint references stands on delete cascade,
        token_hash bytea not null unique check (length(token_hash) = 32),
        token_encrypted text,
        created_at timestamptz not null,
        created_by text not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        revoked_by text,
        check ((revoked_at is null) = (revoked_by is null)),
        check ((purpose = 'stand') = (stand_id is not null))
      )`)
    this.schema.raw(`create unique index secret_links_stand on secret_links (stand_id) where purpose = 'stand' and revoked_at is null`)
  }

  async down() {
    this.schema.raw('drop table secret_links')
  }
}
