import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Two people of one stand may write in the same note: what is saved names the version that it was written over. And what
 * happened last at a stand is read from its pauses too.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table stand_notes add column version integer not null default 1 check (version >= 1)')
    this.schema.raw('create index stand_pauses_started on stand_pauses (stand_id, started_at desc)')
    this.schema.raw('create index stand_pauses_ended on stand_pauses (stand_id, ended_at desc) where ended_at is not null')
  }

  async down() {
    this.schema.raw('drop index stand_pauses_started, stand_pauses_ended')
    this.schema.raw('alter table stand_notes drop column version')
  }
}
