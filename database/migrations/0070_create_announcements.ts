import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an organiser says to everybody at a fair, to one queue, or to one person; shown until it expires. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table announcements (
        id bigint generated always as identity primary key,
        fair_id bigint not null references fairs on delete cascade,
        stand_id bigint,
        attendee_id bigint,
        text text not null check (length(text) between 1 and 500),
        created_at timestamptz not null,
        created_by text not null,
        expires_at timestamptz not null check (expires_at > created_at),
        check (stand_id is null or attendee_id is null),
        foreign key (fair_id, stand_id) references stands (fair_id, id) on delete cascade,
        foreign key (fair_id, attendee_id) references attendees (fair_id, id) on delete cascade
      )`)
    this.schema.raw('create index announcements_fair on announcements (fair_id, created_at desc)')
    this.schema.raw('create index announcements_stand on announcements (stand_id) where stand_id is not null')
    this.schema.raw('create index announcements_attendee on announcements (attendee_id) where attendee_id is not null')
  }

  async down() {
    this.schema.raw('drop table announcements')
  }
}
