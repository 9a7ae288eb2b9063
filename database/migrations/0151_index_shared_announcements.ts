import { BaseSchema } from '@adonisjs/lucid/schema'

/** What is said to several at a fair: every page of it asks for them, and a stand that goes says something to each who waited there. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('create index announcements_shared on announcements (fair_id, expires_at) where attendee_id is null')
  }

  async down() {
    this.schema.raw('drop index announcements_shared')
  }
}
