import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a search compares: without case nor accents, so that "ecole" finds "École". Works on any PostgreSQL, without an extension. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function plain(words text) returns text language sql immutable parallel safe strict as $$
        select regexp_replace(normalize(lower(words collate "und-x-icu"), nfd), '[\\u0300-\\u036f]', '', 'g')
      $$`)
  }

  async down() {
    this.schema.raw('drop function plain(text)')
  }
}
