import { BaseSchema } from '@adonisjs/lucid/schema'

/** What this installation changed of the defaults in config/: one row a setting, none for a default. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table settings (
        key text primary key check (key ~ '^[a-z]+\\.[a-zA-Z]+$'),
        value jsonb not null,
        updated_at timestamptz not null,
        updated_by bigint references users on delete set null
      )`)
  }

  async down() {
    this.schema.raw('drop table settings')
  }
}
