import { BaseSchema } from '@adonisjs/lucid/schema'

/** A user's place in an organisation: asked, then accepted or refused, then left. An owner accepts others. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table memberships (
        id bigint generated always as identity primary key,
        organisation_id bigint not null references organisations on delete cascade,
        user_id bigint not null references users on delete cascade,
        department text check (length(department) between 1 and 100),
        role text not null default 'member' check (role in ('owner', 'member')),
        asked_at timestamptz not null,
        accepted_at timestamptz,
        accepted_by text,
        refused_at timestamptz,
        refused_by text,
        refusal_reason text check (length(refusal_reason) between 1 and 1000),
        left_at timestamptz,
        left_by text,
        check ((accepted_at is null) = (accepted_by is null)),
        check ((refused_at is null) = (refused_by is null)),
        check ((left_at is null) = (left_by is null)),
        check (refused_at is null or (accepted_at is null and left_at is null)),
        check (refusal_reason is null or refused_at is not null),
        check (role = 'member' or accepted_at is not null)
      )`)
    this.schema.raw(`
      create unique index memberships_open on memberships (user_id, organisation_id) where refused_at is null and left_at is null`)
    this.schema.raw('create index memberships_organisation on memberships (organisation_id, asked_at)')
  }

  async down() {
    this.schema.raw('drop table memberships')
  }
}
