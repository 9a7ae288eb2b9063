import { BaseSchema } from '@adonisjs/lucid/schema'

/** A room with public computers, its rules, its hours of each day of the week (1 is Monday) and the days on which it is closed. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table sites (
        id bigint generated always as identity primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
        name text not null check (length(name) between 1 and 100),
        address text check (length(address) between 1 and 300),
        contact text check (length(contact) between 1 and 300),
        mode text not null check (mode in ('anonymous', 'identified')),
        default_minutes smallint not null default 60 check (default_minutes between 1 and 240),
        max_minutes smallint not null default 240 check (max_minutes between 1 and 240),
        sessions_per_day smallint not null default 3 check (sessions_per_day between 1 and 50),
        warnings integer[] not null default '{300,120,60,30,10}' check (cardinality(warnings) <= 10 and 5 <= all(warnings) and 3600 >= all(warnings)),
        code_hours smallint not null default 24 check (code_hours between 1 and 24),
        idle_warning_minutes smallint not null default 5 check (idle_warning_minutes between 0 and 120),
        idle_end_minutes smallint not null default 10 check (idle_end_minutes between 0 and 240),
        outage_minutes smallint not null default 60 check (outage_minutes between 0 and 240),
        keeps_numbers boolean not null default false,
        next_guest integer not null default 1,
        created_at timestamptz not null,
        created_by text not null,
        retired_at timestamptz,
        retired_by text,
        check (default_minutes <= max_minutes),
        check (idle_end_minutes = 0 or idle_end_minutes > idle_warning_minutes),
        check (not keeps_numbers or mode = 'identified'),
        check ((retired_at is null) = (retired_by is null))
      )`)
    this.schema.raw(`
      create table site_hours (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        weekday smallint not null check (weekday between 1 and 7),
        opens_at time not null,
        closes_at time not null,
        check (closes_at > opens_at),
        unique (site_id, weekday, opens_at)
      )`)
    this.schema.raw(`
      create table site_closings (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        starts_on date not null,
        ends_on date not null,
        reason text check (length(reason) between 1 and 200),
        created_at timestamptz not null,
        created_by text not null,
        check (ends_on >= starts_on)
      )`)
    this.schema.raw('create index site_closings_days on site_closings (site_id, ends_on)')
    this.schema.raw('alter table roles add foreign key (site_id) references sites on delete cascade')
    this.schema.raw('create index roles_site on roles (site_id) where site_id is not null')
    this.schema.raw('alter table audit_events add column site_id bigint')
    this.schema.raw('create index audit_events_site on audit_events (site_id, at) where site_id is not null')
  }

  async down() {
    this.schema.raw('alter table audit_events drop column site_id')
    this.schema.raw('alter table roles drop constraint roles_site_id_fkey')
    this.schema.raw('drop index roles_site')
    this.schema.raw('drop table site_closings, site_hours, sites')
  }
}
