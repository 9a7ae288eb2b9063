import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the figures of a period and the clock of the past look for. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('create index poste_sessions_started on poste_sessions (site_id, started_at) where started_at is not null')
    this.schema.raw('create index poste_sessions_ended on poste_sessions (ended_at) where ended_at is not null')
    this.schema.raw('create index visitors_created on visitors (site_id, created_at) where guest_number is null')
    this.schema.raw('create index tickets_closed on tickets (closed_at) where closed_at is not null')
    this.schema.raw('create index screen_messages_sent on screen_messages (sent_at)')
    this.schema.raw('create index code_failures_at on code_failures (at)')
    this.schema.raw(`create index audit_events_sign_ins on audit_events (at) where object_type = 'sign_in' and actor_kind = 'user'`)
  }

  async down() {
    for (const name of ['poste_sessions_started', 'poste_sessions_ended', 'visitors_created', 'tickets_closed', 'screen_messages_sent'])
      this.schema.raw(`drop index ${name}`)
    this.schema.raw('drop index code_failures_at, audit_events_sign_ins')
  }
}
