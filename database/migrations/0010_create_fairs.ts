import { BaseSchema } from '@adonisjs/lucid/schema'

/** A dated event with stands. It is open while one of its openings is: the row says since when and by whom. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table fairs (
        id bigint generated always as identity primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
        name text not null check (length(name) between 1 and 200),
        place text not null check (length(place) between 1 and 200),
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.schema.raw('create index fairs_dates on fairs (starts_at desc, id)')
    this.schema.raw('create index fairs_ends_at on fairs (ends_at)')
    this.schema.raw('alter table roles add foreign key (fair_id) references fairs on delete cascade')
    this.schema.raw(`
      create table fair_openings (
        id bigint generated always as identity primary key,
        fair_id bigint not null references fairs on delete cascade,
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        check ((ended_at is null) = (ended_by is null))
      )`)
    this.schema.raw('create unique index fair_openings_open on fair_openings (fair_id) where ended_at is null')
  }

  async down() {
    this.schema.raw('drop table fair_openings')
    this.schema.raw('drop table fairs cascade')
  }
}
