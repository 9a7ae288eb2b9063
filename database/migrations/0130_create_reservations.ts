import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A poste kept for a visitor from one instant to another. Two that are live never overlap, on one poste nor for one visitor: ranges of
 * one number stand for the rows, so that no extension is needed. A site whose number of days is 0 takes none.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table sites
        add column reservation_days smallint not null default 14 check (reservation_days between 0 and 90),
        add column reservation_grace_minutes smallint not null default 10 check (reservation_grace_minutes between 1 and 60),
        add column online_reservations boolean not null default false`)
    this.schema.raw(`
      create table reservations (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        visitor_id bigint not null,
        poste_id bigint not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        made_at timestamptz not null,
        made_by text not null,
        shown_at timestamptz,
        remind_at timestamptz,
        reminded_at timestamptz,
        reminded_by text,
        closed_at timestamptz,
        closed_by text,
        outcome text check (outcome in ('honoured', 'cancelled', 'absent')),
        cause text check (cause in ('visitor', 'desk', 'closing', 'poste', 'forgotten')),
        told_at timestamptz,
        told_by text,
        poste_session_id bigint references poste_sessions on delete set null,
        foreign key (visitor_id, site_id) references visitors (id, site_id),
        foreign key (poste_id, site_id) references postes (id, site_id),
        check (ends_at > starts_at and ends_at <= starts_at + interval '240 minutes'),
        check ((reminded_at is null) = (reminded_by is null)),
        check ((told_at is null) = (told_by is null)),
        check (num_nonnulls(closed_at, closed_by, outcome) in (0, 3)),
        check ((cause is null) = (outcome is distinct from 'cancelled')),
        check (told_at is null or outcome = 'cancelled'),
        check (poste_session_id is null or outcome = 'honoured'),
        constraint reservations_poste exclude using gist
          (int8range(poste_id, poste_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&) where (closed_at is null),
        constraint reservations_visitor exclude using gist
          (int8range(visitor_id, visitor_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&) where (closed_at is null)
      )`)
    this.schema.raw('create index reservations_next on reservations (poste_id, starts_at) where closed_at is null')
    this.schema.raw('create index reservations_day on reservations (site_id, starts_at)')
    this.schema.raw('create index reservations_of_visitor on reservations (visitor_id, starts_at)')
    this.schema.raw('create index reservations_due on reservations (starts_at) where closed_at is null')
    this.schema.raw('create index reservations_reminders on reservations (remind_at) where closed_at is null and reminded_at is null')
    this.schema.raw('create index reservations_closed on reservations (closed_at) where closed_at is not null')
    this.schema.raw('create index reservations_session on reservations (poste_session_id) where poste_session_id is not null')
  }

  async down() {
    this.schema.raw('drop table reservations')
    this.schema.raw(`
      alter table sites drop column reservation_days, drop column reservation_grace_minutes, drop column online_reservations`)
  }
}
