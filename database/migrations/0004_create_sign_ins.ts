import { BaseSchema } from '@adonisjs/lucid/schema'

/** One browser in which a user is known: what the person sees, and ends, as "my sign-ins". */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table sign_ins (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        started_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > started_at),
        ended_at timestamptz,
        address inet,
        user_agent text check (length(user_agent) <= 400)
      )`)
    this.schema.raw('create index sign_ins_user on sign_ins (user_id) where ended_at is null')
  }

  async down() {
    this.schema.raw('drop table sign_ins')
  }
}
