import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw('create table rate_limits (key varchar(255) primary key, points integer not null default 0, expire bigint)')
    this.schema.raw('create index rate_limits_expire on rate_limits (expire)')
  }

  async down() {
    this.schema.raw('drop table rate_limits')
  }
}
