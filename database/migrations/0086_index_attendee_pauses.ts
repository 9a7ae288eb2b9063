import { BaseSchema } from '@adonisjs/lucid/schema'

/** Since when somebody is available again. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('create index attendee_pauses_ended on attendee_pauses (attendee_id, ended_at desc) where ended_at is not null')
  }

  async down() {
    this.schema.raw('drop index attendee_pauses_ended')
  }
}
