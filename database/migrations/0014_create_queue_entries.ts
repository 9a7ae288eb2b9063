import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * An attendee's place in a stand's queue. `position` is the order of arrival and never changes; `rank_key`
 * orders the queue. Somebody who has passed stays in it (completed_at); somebody who leaves comes back at the end.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table queue_entries (
        id bigint generated always as identity primary key,
        fair_id bigint not null,
        stand_id bigint not null,
        attendee_id bigint not null,
        position integer not null check (position > 0),
        rank_key double precision not null,
        joined_at timestamptz not null,
        left_at timestamptz,
        completed_at timestamptz,
        check (left_at is null or completed_at is null),
        foreign key (fair_id, stand_id) references stands (fair_id, id) on delete cascade,
        foreign key (fair_id, attendee_id) references attendees (fair_id, id) on delete cascade,
        unique (stand_id, position),
        unique (id, stand_id, attendee_id)
      )`)
    this.schema.raw('create unique index queue_entries_once on queue_entries (stand_id, attendee_id) where left_at is null')
    this.schema.raw(
      'create index queue_entries_waiting on queue_entries (stand_id, rank_key) include (attendee_id) where left_at is null and completed_at is null'
    )
    this.schema.raw('create index queue_entries_completed on queue_entries (stand_id, completed_at desc) where completed_at is not null')
    this.schema.raw('create index queue_entries_attendee on queue_entries (attendee_id) where left_at is null')
  }

  async down() {
    this.schema.raw('drop table queue_entries')
  }
}
