import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Of each of these attendees' open calls the oldest begins its grace, unless one of theirs runs already. The advisory locks come after
 * every row lock, in one order, and nothing here waits for a row: what another transaction is ending, it will pass on itself.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function start_clocks(people bigint[], moment timestamptz)
      returns table (call_id bigint, stand bigint, attendee bigint) language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(key) from (
          select hashtextextended('call clock', person) as key from unnest(people) person group by person order by key
        ) keys;
        return query
          update calls c set grace_started_at = moment,
            expires_at = least(moment + make_interval(secs => f.grace_seconds), c.called_at + make_interval(secs => f.grace_seconds + 120))
          from (
            select next.id from (select distinct one as person from unnest(people) one) people
            cross join lateral (
              select id from calls where attendee_id = person and ended_at is null order by called_at, id limit 1 for update skip locked
            ) next
            where not exists (
              select 1 from calls running
              where running.attendee_id = person and running.ended_at is null and running.grace_started_at is not null
            )
          ) next, stands s join fairs f on f.id = s.fair_id
          where c.id = next.id and s.id = c.stand_id and c.grace_started_at is null
          returning c.id, c.stand_id, c.attendee_id;
      end $$`)
  }

  async down() {
    this.schema.raw('drop function start_clocks(bigint[], timestamptz)')
  }
}
