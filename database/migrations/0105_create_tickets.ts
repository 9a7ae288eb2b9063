import { BaseSchema } from '@adonisjs/lucid/schema'

/** A place in the line of those who wait for a poste: a number of that day, which the wall shows when it is called. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table tickets (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        visitor_id bigint not null,
        day date not null,
        number integer not null check (number > 0),
        minutes smallint not null check (minutes between 1 and 240),
        taken_at timestamptz not null,
        taken_by text not null,
        called_at timestamptz,
        closed_at timestamptz,
        closed_by text,
        poste_session_id bigint references poste_sessions on delete set null,
        foreign key (visitor_id, site_id) references visitors (id, site_id),
        check ((closed_at is null) = (closed_by is null)),
        check (poste_session_id is null or closed_at is not null),
        unique (site_id, day, number)
      )`)
    this.schema.raw('create unique index tickets_visitor on tickets (visitor_id) where closed_at is null')
    this.schema.raw('create index tickets_line on tickets (site_id, taken_at) where closed_at is null')
    this.schema.raw('create index tickets_session on tickets (poste_session_id) where poste_session_id is not null')
    this.schema.raw(`
      create table desk_reports (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        day date not null,
        figures jsonb not null,
        created_at timestamptz not null,
        unique (site_id, day)
      )`)
  }

  async down() {
    this.schema.raw('drop table desk_reports, tickets')
  }
}
