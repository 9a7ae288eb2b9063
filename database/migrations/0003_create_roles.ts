import { BaseSchema } from '@adonisjs/lucid/schema'

/** A right granted to a user, everywhere or for one fair or site; taken back by revoked_at, never deleted. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table roles (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        role text not null check (role in ('candidate', 'recruiter', 'provider', 'operator', 'organiser', 'moderator', 'admin')),
        fair_id bigint,
        site_id bigint,
        granted_at timestamptz not null,
        granted_by text not null,
        revoked_at timestamptz,
        revoked_by text,
        check ((revoked_at is null) = (revoked_by is null))
      )`)
    this.schema.raw(`
      create unique index roles_held on roles (user_id, role, coalesce(fair_id, 0), coalesce(site_id, 0)) where revoked_at is null`)
  }

  async down() {
    this.schema.raw('drop table roles')
  }
}
