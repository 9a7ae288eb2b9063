import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * No time runs on a poste once somebody has it reserved. The verbs see to it under the lock of the poste; this refuses what one of them
 * would forget.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function refuse_reserved_time() returns trigger language plpgsql as $$
      begin
        if new.ends_at is not null and exists (
          select 1 from reservations r where r.poste_id = new.poste_id and r.closed_at is null and r.starts_at < new.ends_at
        ) then
          raise exception 'the poste is reserved before that time is over' using errcode = 'exclusion_violation', constraint = 'poste_sessions_reserved';
        end if;
        return new;
      end $$`)
    this.schema.raw(`
      create trigger poste_sessions_reserved before insert or update of ends_at, poste_id on poste_sessions
      for each row execute function refuse_reserved_time()`)
    this.schema.raw(`
      create function refuse_taken_time() returns trigger language plpgsql as $$
      begin
        if new.closed_at is null and exists (
          select 1 from poste_sessions s where s.poste_id = new.poste_id and s.ended_at is null and s.ends_at > new.starts_at
        ) then
          raise exception 'time runs on that poste after it would be reserved' using errcode = 'exclusion_violation', constraint = 'reservations_taken';
        end if;
        return new;
      end $$`)
    this.schema.raw(`
      create trigger reservations_taken before insert or update of starts_at, poste_id, closed_at on reservations
      for each row execute function refuse_taken_time()`)
  }

  async down() {
    this.schema.raw('drop trigger reservations_taken on reservations')
    this.schema.raw('drop trigger poste_sessions_reserved on poste_sessions')
    this.schema.raw('drop function refuse_taken_time()')
    this.schema.raw('drop function refuse_reserved_time()')
  }
}
