import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What an organiser decides of a fair: its hours each day, what a new stand begins with, whether stands set their own slots, how
 * long somebody called has to come, and how long an interview is thought to take before a stand has had its own.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table fairs
        add column opens_at time,
        add column closes_at time,
        add column default_slots smallint not null default 1 check (default_slots between 1 and 50),
        add column stands_set_slots boolean not null default false,
        add column grace_seconds integer not null default 180 check (grace_seconds between 30 and 1800),
        add column interview_minutes smallint not null default 10 check (interview_minutes between 1 and 240),
        add column archived_at timestamptz,
        add column archived_by text,
        add check ((opens_at is null) = (closes_at is null)),
        add check (closes_at > opens_at),
        add check ((archived_at is null) = (archived_by is null))`)
    this.schema.raw('create index fairs_archived on fairs (archived_at) where archived_at is not null')
  }

  async down() {
    this.schema.raw(`
      alter table fairs drop column opens_at, drop column closes_at, drop column default_slots, drop column stands_set_slots,
        drop column grace_seconds, drop column interview_minutes, drop column archived_at, drop column archived_by`)
  }
}
