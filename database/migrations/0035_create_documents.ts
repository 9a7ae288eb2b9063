import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What is written on a disk or in a bucket is first written here, and committed: whatever no living document names is
 * an orphan, and swept. A document has content while it lives; replaced or deleted, only the fact is kept.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table stored_objects (
        id bigint generated always as identity primary key,
        disk text not null check (disk in ('fs', 's3')),
        key text not null unique,
        created_at timestamptz not null
      )`)
    this.schema.raw(`
      create table documents (
        id bigint generated always as identity primary key,
        user_id bigint references users on delete cascade,
        organisation_id bigint references organisations on delete cascade,
        purpose text not null check (purpose ~ '^[a-z_]{2,30}$'),
        name text check (length(name) between 1 and 200),
        type text not null,
        bytes bigint not null check (bytes > 0),
        digest bytea check (length(digest) = 32),
        disk text,
        key text unique references stored_objects (key),
        width integer check (width > 0),
        height integer check (height > 0),
        uploaded_by text not null,
        created_at timestamptz not null,
        active_at timestamptz not null,
        expires_at timestamptz not null,
        warned_at timestamptz,
        replaces_id bigint references documents on delete set null,
        replaced_at timestamptz,
        deleted_at timestamptz,
        deleted_by text,
        constraint documents_owner check (num_nonnulls(user_id, organisation_id) = 1),
        check ((width is null) = (height is null)),
        check ((deleted_at is null) = (deleted_by is null)),
        check (num_nonnulls(replaced_at, deleted_at) <= 1),
        check (num_nonnulls(name, digest, disk, key) = case when num_nonnulls(replaced_at, deleted_at) = 0 then 4 else 0 end)
      )`)
    this.schema.raw('create index documents_user on documents (user_id, purpose) where key is not null')
    this.schema.raw('create index documents_organisation on documents (organisation_id, purpose) where key is not null')
    this.schema.raw('create index documents_clock on documents (expires_at) where key is not null')
    this.schema.raw('create index documents_replaces on documents (replaces_id) where replaces_id is not null')
  }

  async down() {
    this.schema.raw('drop table documents')
    this.schema.raw('drop table stored_objects')
  }
}
