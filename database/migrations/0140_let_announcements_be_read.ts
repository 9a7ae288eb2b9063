import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What is said to one person may be read, and is shown no more. A stand that has gone is said in the same place by the fair
 * itself: the text is then its name, which each reads in a sentence of their language.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table announcements
        add column kind text not null default 'said' check (kind in ('said', 'stand_removed')),
        add column read_at timestamptz,
        add check (read_at is null or attendee_id is not null),
        add check (kind = 'said' or attendee_id is not null)`)
  }

  async down() {
    this.schema.raw('alter table announcements drop column kind, drop column read_at')
  }
}
