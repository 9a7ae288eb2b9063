import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a station last said of its screen: the session that it counts, and what is left of it (s). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table stations add column told_session bigint, add column told_left integer')
  }

  async down() {
    this.schema.raw('alter table stations drop column told_session, drop column told_left')
  }
}
