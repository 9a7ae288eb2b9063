import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A company, school, association or administration that recruits or funds. `status` is changed by one verb only, which
 * also writes a step; `stopped` is what every room asks before it shows or accepts anything of the organisation.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table organisations (
        id bigint generated always as identity primary key,
        name text not null check (length(name) between 1 and 200),
        kind text not null default 'company' check (kind in ('company', 'school', 'association', 'administration')),
        sector text check (sector in ('agriculture', 'commerce', 'construction', 'culture', 'education', 'finance', 'health',
          'hospitality', 'industry', 'it', 'public', 'services', 'transport', 'other')),
        size text check (size in ('startup', 'small', 'medium', 'large', 'enterprise')),
        registration_number text check (registration_number ~ '^[0-9A-Z][0-9A-Z ./-]{0,39}$'),
        website text check (website ~ '^https://' and length(website) <= 300),
        description text check (length(description) between 1 and 5000),
        address text check (length(address) between 1 and 300),
        city text check (length(city) between 1 and 100),
        country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
        contact_email text check (contact_email ~ '^[^\\s@]+@[^\\s@]+$' and length(contact_email) <= 254),
        contact_phone text check (contact_phone ~ '^\\+[1-9][0-9]{6,14}$'),
        status text not null default 'pending' check (status in ('pending', 'verified', 'refused', 'suspended')),
        status_at timestamptz not null,
        stopped boolean not null generated always as (status in ('refused', 'suspended')) stored,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.schema.raw('create index organisations_queue on organisations (status, status_at, id)')
    // Anybody may type a number; only one organisation can prove that it is its own.
    this.schema.raw(`
      create unique index organisations_number on organisations (country, registration_number)
      where status in ('verified', 'suspended')`)
    this.schema.raw('create index organisations_plain_name on organisations (plain(name) text_pattern_ops)')
    // A trusted extension of PostgreSQL's contrib: where it is missing or forbidden, a search reads the table.
    this.schema.raw(`
      do $$ begin
        if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
          create extension if not exists pg_trgm;
          create index organisations_name_words on organisations using gin (plain(name) gin_trgm_ops);
        end if;
      exception when insufficient_privilege then
        raise notice 'This user may not create extensions: organisations are searched without an index.';
      end $$`)
  }

  async down() {
    this.schema.raw('drop table organisations')
  }
}
