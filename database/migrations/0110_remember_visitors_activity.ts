import { BaseSchema } from '@adonisjs/lucid/schema'

/** When a visitor was last seen to do something: their sessions are forgotten long before they are. Null: since they were registered. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table visitors add column active_at timestamptz')
    this.schema.raw('create index visitors_birth on visitors (site_id, birth_date) where birth_date is not null')
    this.schema.raw('create index visitors_phone on visitors (site_id, phone) where phone is not null')
    this.schema.raw('create index visitors_email on visitors (site_id, lower(email)) where email is not null')
  }

  async down() {
    this.schema.raw('drop index visitors_birth, visitors_phone, visitors_email')
    this.schema.raw('alter table visitors drop column active_at')
  }
}
