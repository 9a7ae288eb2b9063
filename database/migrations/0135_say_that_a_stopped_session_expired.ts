import { BaseSchema } from '@adonisjs/lucid/schema'

/** A session that was used, then stopped until its code was too old, is not a code that nobody typed. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table poste_sessions drop constraint poste_sessions_reason_check')
    this.schema.raw(`update poste_sessions set reason = 'expired' where reason = 'unused' and started_at is not null`)
    this.schema.raw(`
      alter table poste_sessions
        add constraint poste_sessions_reason_check check (reason in ('visitor', 'desk', 'time', 'idle', 'unused', 'expired')),
        add constraint poste_sessions_unused_check check (reason <> 'unused' or started_at is null)`)
  }

  async down() {
    this.schema.raw('alter table poste_sessions drop constraint poste_sessions_unused_check, drop constraint poste_sessions_reason_check')
    this.schema.raw(`update poste_sessions set reason = 'unused' where reason = 'expired'`)
    this.schema.raw(`
      alter table poste_sessions add constraint poste_sessions_reason_check
        check (reason in ('visitor', 'desk', 'time', 'idle', 'unused'))`)
  }
}
