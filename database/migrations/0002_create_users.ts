import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody who chose a password. One account per address, whatever its case. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table users (
        id bigint generated always as identity primary key,
        email text not null check (email ~ '^[^\\s@]+@[^\\s@]+$' and length(email) <= 254),
        password text not null,
        given_name text not null check (length(given_name) between 1 and 100),
        family_name text not null check (length(family_name) between 1 and 100),
        phone text check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
        locale text check (locale in ('fr', 'en')),
        theme text check (theme in ('light', 'dark')),
        email_verified_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.schema.raw('create unique index users_email_unique on users (lower(email))')
  }

  async down() {
    this.schema.raw('drop table users')
  }
}
