import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A file of lines that somebody is about to bring in: read, shown, and written only once confirmed. Its lines are kept
 * until it expires; what it became stays.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table imports (
        id bigint generated always as identity primary key,
        kind text not null,
        fair_id bigint references fairs on delete cascade,
        file_name text not null check (length(file_name) between 1 and 200),
        digest bytea not null check (length(digest) = 32),
        headers text[] not null,
        ignored text[] not null,
        created_at timestamptz not null,
        created_by text not null,
        expires_at timestamptz not null,
        confirmed_at timestamptz,
        confirmed_by text,
        added integer check (added >= 0),
        cancelled_at timestamptz,
        cancelled_by text,
        check ((confirmed_at is null) = (confirmed_by is null)),
        check ((confirmed_at is null) = (added is null)),
        check ((cancelled_at is null) = (cancelled_by is null)),
        check (confirmed_at is null or cancelled_at is null)
      )`)
    this.schema.raw('create index imports_fair on imports (fair_id, created_at desc)')
    this.schema.raw('create index imports_digest on imports (digest) where confirmed_at is not null')
    this.schema.raw('create index imports_expires on imports (expires_at)')
    this.schema.raw(`
      create table import_lines (
        id bigint generated always as identity primary key,
        import_id bigint not null references imports on delete cascade,
        line integer not null check (line > 1),
        outcome text not null check (outcome in ('new', 'known', 'wrong')),
        cells jsonb not null,
        "values" jsonb,
        issues jsonb not null,
        unique (import_id, line),
        check (("values" is null) = (outcome = 'wrong'))
      )`)
    this.schema.raw('create index import_lines_outcome on import_lines (import_id, outcome, line)')
  }

  async down() {
    this.schema.raw('drop table import_lines')
    this.schema.raw('drop table imports')
  }
}
