import { BaseSchema } from '@adonisjs/lucid/schema'

/** How a place in the line ended: given a poste, given up, or called in vain. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table tickets
        add column called_by text,
        add column outcome text check (outcome in ('served', 'cancelled', 'absent')),
        add check ((called_at is null) = (called_by is null)),
        add check ((closed_at is null) = (outcome is null)),
        add check (poste_session_id is null or outcome = 'served')`)
    this.schema.raw('create index tickets_called on tickets (site_id, called_at) where called_at is not null')
  }

  async down() {
    this.schema.raw('drop index tickets_called')
    this.schema.raw('alter table tickets drop column called_by, drop column outcome')
  }
}
