import { BaseSchema } from '@adonisjs/lucid/schema'

/** What somebody offers to do for others, verified as organisations are: unverified, they neither appear nor apply. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table providers (
        id bigint generated always as identity primary key,
        user_id bigint not null unique references users on delete cascade,
        speciality text not null check (length(speciality) between 1 and 200),
        bio text check (length(bio) between 1 and 5000),
        status text not null default 'pending' check (status in ('pending', 'verified', 'refused', 'suspended')),
        status_at timestamptz not null,
        stopped boolean not null generated always as (status in ('refused', 'suspended')) stored,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.schema.raw('create index providers_queue on providers (status, status_at, id)')
  }

  async down() {
    this.schema.raw('drop table providers')
  }
}
