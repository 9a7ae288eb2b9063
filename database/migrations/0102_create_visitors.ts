import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Somebody registered at the desk of a site, or a guest, who is only a number. Forgotten, nothing is left of a person but the row, which
 * the figures count. A document of identity was seen: by whom, when, never a copy, and its number only where the site keeps it, encrypted.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table visitors (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        user_id bigint references users on delete set null,
        guest_number integer check (guest_number > 0),
        given_name text check (length(given_name) between 1 and 100),
        family_name text check (length(family_name) between 1 and 100),
        email text check (length(email) <= 254),
        phone text check (phone ~ '^\\+[1-9]\\d{4,14}$'),
        address text check (length(address) between 1 and 300),
        postal_code text check (length(postal_code) between 2 and 10),
        birth_date date,
        notes text check (length(notes) between 1 and 2000),
        identity_kind text check (identity_kind in ('identity_card', 'passport', 'residence_permit', 'driving_licence', 'other')),
        identity_seen_on date,
        identity_seen_by text,
        identity_number text,
        version integer not null default 1,
        created_at timestamptz not null,
        created_by text not null,
        anonymised_at timestamptz,
        anonymised_by text,
        merged_into bigint references visitors on delete set null,
        check (num_nonnulls(identity_kind, identity_seen_on, identity_seen_by) in (0, 3)),
        check (identity_number is null or identity_kind is not null),
        check ((anonymised_at is null) = (anonymised_by is null)),
        check (merged_into is null or anonymised_at is not null),
        check (anonymised_at is null or num_nonnulls(user_id, given_name, family_name, email, phone, address, birth_date, notes, identity_kind) = 0),
        check (guest_number is null or num_nonnulls(given_name, family_name, email, phone, address, postal_code, birth_date, identity_kind) = 0),
        check (num_nonnulls(guest_number, anonymised_at) > 0 or num_nonnulls(given_name, family_name) = 2),
        unique (id, site_id)
      )`)
    this.schema.raw(`
      alter table visitors add column search text generated always as (
        plain(coalesce(given_name, '') || ' ' || coalesce(family_name, '') || ' ' || coalesce(given_name, '') || ' ' || coalesce(email, '')
          || ' ' || coalesce(phone, '') || ' ' || coalesce('invite ' || lpad(guest_number::text, 4, '0'), ''))
      ) stored`)
    this.schema.raw('create unique index visitors_guest on visitors (site_id, guest_number) where guest_number is not null')
    this.schema.raw('create unique index visitors_user on visitors (site_id, user_id) where user_id is not null')
    this.schema.raw('create index visitors_of_user on visitors (user_id) where user_id is not null')
    this.schema.raw('create index visitors_site on visitors (site_id, family_name, given_name) where anonymised_at is null')
    this.schema.raw('create index visitors_merged on visitors (merged_into) where merged_into is not null')
    this.schema.raw(`
      create table visitor_consents (
        id bigint generated always as identity primary key,
        visitor_id bigint not null references visitors on delete cascade,
        version text not null check (length(version) between 1 and 40),
        given_at timestamptz not null,
        recorded_by text not null,
        withdrawn_at timestamptz,
        withdrawn_by text,
        check (withdrawn_at >= given_at),
        check ((withdrawn_at is null) = (withdrawn_by is null))
      )`)
    this.schema.raw('create unique index visitor_consents_held on visitor_consents (visitor_id) where withdrawn_at is null')
    this.schema.raw('create index visitor_consents_history on visitor_consents (visitor_id, given_at)')
    this.schema.raw(`
      alter table documents
        add column visitor_id bigint references visitors on delete cascade,
        drop constraint documents_owner,
        add constraint documents_owner check (num_nonnulls(user_id, organisation_id, visitor_id) = 1)`)
    this.schema.raw('create index documents_visitor on documents (visitor_id, purpose) where key is not null')
  }

  async down() {
    this.schema.raw('delete from documents where visitor_id is not null')
    this.schema.raw(`
      alter table documents drop column visitor_id,
        add constraint documents_owner check (num_nonnulls(user_id, organisation_id) = 1)`)
    this.schema.raw('drop table visitor_consents, visitors')
  }
}
