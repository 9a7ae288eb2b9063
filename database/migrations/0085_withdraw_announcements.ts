import { BaseSchema } from '@adonisjs/lucid/schema'

/** An announcement may be taken back before its end, by somebody and at an instant. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table announcements
        add column withdrawn_at timestamptz,
        add column withdrawn_by text,
        add check ((withdrawn_at is null) = (withdrawn_by is null))`)
  }

  async down() {
    this.schema.raw('alter table announcements drop column withdrawn_at, drop column withdrawn_by')
  }
}
