import { BaseSchema } from '@adonisjs/lucid/schema'

/** A sign-in made in the browser of a poste ends with the session of whoever made it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table sign_ins add column station_id bigint references stations on delete set null')
    this.schema.raw('create index sign_ins_station on sign_ins (station_id) where station_id is not null and ended_at is null')
  }

  async down() {
    this.schema.raw('alter table sign_ins drop column station_id')
  }
}
