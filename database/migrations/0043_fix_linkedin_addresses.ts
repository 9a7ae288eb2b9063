import { BaseSchema } from '@adonisjs/lucid/schema'

/** A question mark in raw SQL is a value to be bound: the first form of this check refused every address. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table users
        drop constraint users_linkedin_url_check,
        add constraint users_linkedin_url_check check (
          linkedin_url ~ '^https://([a-z]+\\.){0,1}linkedin\\.com/' and length(linkedin_url) <= 200
        )`)
  }

  async down() {}
}
