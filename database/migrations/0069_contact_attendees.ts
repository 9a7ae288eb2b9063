import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * How to reach an attendee without an account, as they gave it at the door or as a list of invitations says. It never links
 * them to an account by itself: the person does.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table attendees
        add column email text check (length(email) between 3 and 254),
        add column phone text check (phone ~ '^\\+[1-9][0-9]{3,14}$')`)
    this.schema.raw('create unique index attendees_email on attendees (fair_id, lower(email)) where email is not null')
  }

  async down() {
    this.schema.raw('alter table attendees drop column email, drop column phone')
  }
}
