import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The no-show machine. Of a person's open calls one has its grace running (the partial unique index): the others wait for it.
 * A call that nobody answered ends `missed`, and its place in the queue is skipped while a skip of it is open. A skip is
 * a no-show unless it was taken back, or its grace never ran (`held`).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table calls
        add column grace_started_at timestamptz,
        add column prolonged_at timestamptz,
        add column last_rung_at timestamptz,
        drop constraint calls_outcome_check,
        add constraint calls_outcome_check check (outcome in ('started', 'withdrawn', 'missed')),
        add check (prolonged_at is null or grace_started_at is not null)`)
    // From before: the end of each, and one clock a person.
    this.schema.raw(`
      update calls c set
        expires_at = called_at + make_interval(secs => (select f.grace_seconds + 120 from stands s join fairs f on f.id = s.fair_id where s.id = c.stand_id))
      where expires_at is null`)
    this.schema.raw('alter table calls alter column expires_at set not null')
    this.schema.raw('create unique index calls_one_clock on calls (attendee_id) where ended_at is null and grace_started_at is not null')
    this.schema.raw('create index calls_due on calls (expires_at) where ended_at is null')
    this.schema.raw('create index calls_recent on calls (stand_id, called_at desc)')
    this.schema.raw(`
      create table skips (
        id bigint generated always as identity primary key,
        queue_entry_id bigint not null,
        stand_id bigint not null,
        attendee_id bigint not null,
        call_id bigint not null references calls on delete cascade,
        cause text not null check (cause in ('missed', 'absent', 'held')),
        rank_before double precision,
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        undone_at timestamptz,
        undone_by text,
        check ((ended_at is null) = (ended_by is null)),
        check ((undone_at is null) = (undone_by is null)),
        check (undone_at is null or ended_at is not null),
        foreign key (queue_entry_id, stand_id, attendee_id) references queue_entries (id, stand_id, attendee_id) on delete cascade
      )`)
    this.schema.raw('create unique index skips_open on skips (queue_entry_id) where ended_at is null')
    this.schema.raw('create index skips_entry on skips (queue_entry_id)')
    this.schema.raw('create index skips_stand on skips (stand_id, started_at desc)')
    this.schema.raw('create index skips_attendee on skips (attendee_id, started_at desc)')
    this.schema.raw('create index skips_call on skips (call_id)')
    this.schema.raw('alter table queue_entries add column soon_at timestamptz')
    this.schema.raw('create index queue_entries_joined on queue_entries (stand_id, joined_at desc)')
    this.schema.raw('create index queue_entries_left on queue_entries (stand_id, left_at desc) where left_at is not null')
    this.schema.raw('create index interviews_started on interviews (stand_id, started_at desc)')
    this.schema.raw('create index interviews_ended on interviews (stand_id, ended_at desc) where ended_at is not null')
  }

  async down() {
    this.schema.raw('drop index queue_entries_joined, queue_entries_left, interviews_started, interviews_ended')
    this.schema.raw('alter table queue_entries drop column soon_at')
    this.schema.raw('drop table skips')
    this.schema.raw('drop index calls_recent')
    this.schema.raw(`
      alter table calls drop column grace_started_at, drop column prolonged_at, drop column last_rung_at,
        alter column expires_at drop not null, drop constraint calls_outcome_check,
        add constraint calls_outcome_check check (outcome in ('started', 'withdrawn'))`)
  }
}
