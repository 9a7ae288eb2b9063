import { BaseSchema } from '@adonisjs/lucid/schema'

/** Administrators look for what was sent to somebody by the beginning of an address. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('create index deliveries_address on deliveries (lower(address) text_pattern_ops)')
  }

  async down() {
    this.schema.raw('drop index deliveries_address')
  }
}
