import { BaseSchema } from '@adonisjs/lucid/schema'

/** A company's place at one fair. `next_position` only ever grows: a position is never given twice. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table stands (
        id bigint generated always as identity primary key,
        fair_id bigint not null references fairs on delete cascade,
        name text not null check (length(name) between 1 and 200),
        slots smallint not null default 1 check (slots between 1 and 50),
        queue_limit integer check (queue_limit between 1 and 10000),
        next_position integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (fair_id, id)
      )`)
    this.schema.raw('create unique index stands_name_unique on stands (fair_id, lower(name))')
    this.schema.raw(`
      create table stand_pauses (
        id bigint generated always as identity primary key,
        stand_id bigint not null references stands on delete cascade,
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        check ((ended_at is null) = (ended_by is null))
      )`)
    this.schema.raw('create unique index stand_pauses_open on stand_pauses (stand_id) where ended_at is null')
  }

  async down() {
    this.schema.raw('drop table stand_pauses')
    this.schema.raw('drop table stands')
  }
}
