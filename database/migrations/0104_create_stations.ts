import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A browser, or the small program beside it, that stands on a poste and is known by a secret of its own. One that nobody paired waits to
 * be told where it stands. A code that opens nothing is counted where it was typed.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table stations (
        id bigint generated always as identity primary key,
        kind text not null default 'page' check (kind in ('page', 'agent')),
        site_id bigint references sites on delete cascade,
        poste_id bigint,
        token_hash bytea not null unique check (length(token_hash) = 32),
        label text not null check (length(label) between 4 and 8),
        asked_at timestamptz not null,
        paired_at timestamptz,
        paired_by text,
        revoked_at timestamptz,
        revoked_by text,
        address inet,
        mac macaddr,
        version text check (length(version) <= 50),
        clock_offset integer,
        seen_at timestamptz,
        offline_since timestamptz,
        foreign key (poste_id, site_id) references postes (id, site_id) on delete cascade,
        check ((poste_id is null) = (paired_at is null)),
        check ((paired_at is null) = (paired_by is null)),
        check ((revoked_at is null) = (revoked_by is null))
      ) with (fillfactor = 50)`)
    this.schema.raw('create unique index stations_poste on stations (poste_id, kind) where revoked_at is null and poste_id is not null')
    this.schema.raw('create index stations_asking on stations (asked_at) where paired_at is null and revoked_at is null')
    this.schema.raw(`
      create table lease_keys (
        single boolean primary key default true check (single),
        public_key text not null,
        private_key_encrypted text not null,
        created_at timestamptz not null
      )`)
    this.schema.raw(`
      create table code_failures (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        station_id bigint not null references stations on delete cascade,
        at timestamptz not null
      )`)
    this.schema.raw('create index code_failures_station on code_failures (station_id, at)')
    this.schema.raw('create index code_failures_site on code_failures (site_id, at)')
    this.schema.raw(`
      alter table secret_links
        add column poste_id bigint references postes on delete cascade,
        add column visitor_id bigint references visitors on delete cascade,
        add column site_id bigint references sites on delete cascade,
        drop constraint secret_links_purpose_check,
        add constraint secret_links_purpose_check check (purpose in ('stand', 'wall', 'attendee', 'invitation', 'verification', 'reset',
          'share', 'pairing', 'first_run', 'visitor', 'desk_wall')),
        add check ((purpose = 'pairing') = (poste_id is not null)),
        add check ((purpose = 'visitor') = (visitor_id is not null)),
        add check ((purpose = 'desk_wall') = (site_id is not null))`)
    this.schema.raw(`create unique index secret_links_pairing on secret_links (poste_id) where purpose = 'pairing' and revoked_at is null`)
    this.schema.raw(
      `create unique index secret_links_visitor on secret_links (visitor_id) where purpose = 'visitor' and revoked_at is null`
    )
    this.schema.raw(
      `create unique index secret_links_desk_wall on secret_links (site_id) where purpose = 'desk_wall' and revoked_at is null`
    )
  }

  async down() {
    this.schema.raw(`delete from secret_links where purpose in ('pairing', 'visitor', 'desk_wall')`)
    this.schema.raw(`
      alter table secret_links drop column poste_id, drop column visitor_id, drop column site_id,
        drop constraint secret_links_purpose_check,
        add constraint secret_links_purpose_check
          check (purpose in ('stand', 'wall', 'attendee', 'invitation', 'verification', 'reset', 'share', 'pairing', 'first_run'))`)
    this.schema.raw('drop table code_failures, lease_keys, stations')
  }
}
