import { BaseSchema } from '@adonisjs/lucid/schema'

/** An attendee without account does things under their own number: the secret link that their phone keeps speaks for them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table audit_events drop constraint audit_events_actor_kind_check,
        add constraint audit_events_actor_kind_check check (actor_kind in ('user', 'stand', 'attendee', 'station', 'system'))`)
  }

  /** What attendees did stays written: the audit is only added to. */
  async down() {}
}
