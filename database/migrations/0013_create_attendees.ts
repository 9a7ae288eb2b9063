import { BaseSchema } from '@adonisjs/lucid/schema'

/** A presence at one fair. Its status is not stored: it follows from its open interview, else its open pause. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table attendees (
        id bigint generated always as identity primary key,
        fair_id bigint not null references fairs on delete cascade,
        user_id bigint references users on delete set null,
        given_name text not null check (length(given_name) between 1 and 100),
        family_name text not null check (length(family_name) between 1 and 100),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (fair_id, id)
      )`)
    this.schema.raw('create unique index attendees_user on attendees (fair_id, user_id) where user_id is not null')
    this.schema.raw('create index attendees_of_user on attendees (user_id) where user_id is not null')
    this.schema.raw(`
      create table attendee_pauses (
        id bigint generated always as identity primary key,
        attendee_id bigint not null references attendees on delete cascade,
        reason text not null check (reason in ('chosen', 'passed', 'override')),
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        check ((ended_at is null) = (ended_by is null))
      )`)
    this.schema.raw('create unique index attendee_pauses_open on attendee_pauses (attendee_id) where ended_at is null')
  }

  async down() {
    this.schema.raw('drop table attendee_pauses')
    this.schema.raw('drop table attendees')
  }
}
