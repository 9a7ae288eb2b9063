import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a person says of themselves beside their name. A username is written in lower case and signs in like the address. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table users
        add column username text check (username ~ '^[a-z0-9][a-z0-9._-]{1,28}[a-z0-9]$'),
        add column linkedin_url text check (linkedin_url ~ '^https://([a-z]+\\.)?linkedin\\.com/' and length(linkedin_url) <= 200),
        add column visibility text not null default 'private' check (visibility in ('public', 'recruiters', 'private'))`)
    this.schema.raw('create unique index users_username_unique on users (lower(username))')
  }

  async down() {
    this.schema.raw('alter table users drop column username, drop column linkedin_url, drop column visibility')
  }
}
