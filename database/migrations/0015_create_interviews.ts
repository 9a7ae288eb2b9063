import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * One live meeting at a stand. The two partial indexes are R10 and R11: an attendee is in one interview at most,
 * and an open interview sits in a numbered slot that the stand has; the trigger counts, under the stand's lock.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table interviews (
        id bigint generated always as identity primary key,
        queue_entry_id bigint not null,
        stand_id bigint not null,
        attendee_id bigint not null,
        slot smallint not null check (slot between 1 and 50),
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        outcome text check (outcome in ('passed', 'interrupted')),
        check ((ended_at is null) = (ended_by is null)),
        check ((ended_at is null) = (outcome is null)),
        check (ended_at >= started_at),
        foreign key (queue_entry_id, stand_id, attendee_id) references queue_entries (id, stand_id, attendee_id) on delete cascade
      )`)
    this.schema.raw('create unique index interviews_one_per_slot on interviews (stand_id, slot) where ended_at is null')
    this.schema.raw('create unique index interviews_one_per_attendee on interviews (attendee_id) where ended_at is null')
    this.schema.raw('create index interviews_of_attendee on interviews (attendee_id, started_at desc)')
    this.schema.raw('create index interviews_entry on interviews (queue_entry_id)')
    this.schema.raw(`
      create function interviews_check_slot() returns trigger language plpgsql as $$
      declare
        available smallint;
      begin
        select slots into available from stands where id = new.stand_id for no key update;
        if new.slot > available
          or (select count(*) from interviews where stand_id = new.stand_id and ended_at is null and id <> new.id) >= available then
          raise exception 'stand % has no free slot', new.stand_id using errcode = 'check_violation';
        end if;
        return new;
      end $$`)
    this.schema.raw(
      `create trigger interviews_slot_exists before insert or update of ended_at, slot, stand_id on interviews
      for each row when (new.ended_at is null) execute function interviews_check_slot()`
    )
  }

  async down() {
    this.schema.raw('drop table interviews')
    this.schema.raw('drop function interviews_check_slot()')
  }
}
