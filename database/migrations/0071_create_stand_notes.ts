import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a stand keeps for itself about somebody it met: nobody else reads it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table stand_notes (
        id bigint generated always as identity primary key,
        queue_entry_id bigint not null unique,
        stand_id bigint not null,
        attendee_id bigint not null,
        text text check (length(text) between 1 and 2000),
        interest smallint check (interest between 1 and 5),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        foreign key (queue_entry_id, stand_id, attendee_id) references queue_entries (id, stand_id, attendee_id) on delete cascade
      )`)
    this.schema.raw('create index stand_notes_stand on stand_notes (stand_id)')
    this.schema.raw('create index stand_notes_attendee on stand_notes (attendee_id)')
  }

  async down() {
    this.schema.raw('drop table stand_notes')
  }
}
