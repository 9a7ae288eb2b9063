import { BaseSchema } from '@adonisjs/lucid/schema'

/** When the power comes back, the first word of a station must not hide since when nothing was heard of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table stations
        add column silent_from timestamptz,
        add column silent_until timestamptz,
        add constraint stations_silent_check check ((silent_from is null) = (silent_until is null) and silent_from < silent_until)`)
  }

  async down() {
    this.schema.raw('alter table stations drop constraint stations_silent_check, drop column silent_from, drop column silent_until')
  }
}
