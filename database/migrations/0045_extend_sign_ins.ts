import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A sign-in may be one that is remembered, and comes from a device: the hash of what that browser keeps in a cookie, by
 * which a device that the account has been entered from is known again.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table sign_ins
        add column remembered boolean not null default false,
        add column device bytea check (length(device) = 32),
        add column ended_by text,
        add check (ended_by is null or ended_at is not null),
        add check (expires_at <= started_at + interval '30 days')`)
    this.schema.raw('create index sign_ins_person on sign_ins (user_id, last_seen_at desc)')
    this.schema.raw('create index sign_ins_device on sign_ins (user_id, device) where device is not null')
  }

  async down() {
    this.schema.raw('drop index sign_ins_person')
    this.schema.raw('alter table sign_ins drop column remembered, drop column device, drop column ended_by')
  }
}
