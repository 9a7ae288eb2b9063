import { BaseSchema } from '@adonisjs/lucid/schema'

/** A stand's invitation to one attendee to come now. Open calls are, at every moment, those who may start. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table calls (
        id bigint generated always as identity primary key,
        queue_entry_id bigint not null,
        stand_id bigint not null,
        attendee_id bigint not null,
        called_at timestamptz not null,
        expires_at timestamptz,
        ended_at timestamptz,
        outcome text check (outcome in ('started', 'withdrawn')),
        check ((ended_at is null) = (outcome is null)),
        foreign key (queue_entry_id, stand_id, attendee_id) references queue_entries (id, stand_id, attendee_id) on delete cascade
      )`)
    this.schema.raw('create unique index calls_one_per_entry on calls (queue_entry_id) where ended_at is null')
    this.schema.raw('create index calls_stand on calls (stand_id) where ended_at is null')
    this.schema.raw('create index calls_attendee on calls (attendee_id) where ended_at is null')
    this.schema.raw('create index calls_entry on calls (queue_entry_id)')
  }

  async down() {
    this.schema.raw('drop table calls')
  }
}
