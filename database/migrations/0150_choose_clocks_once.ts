import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Which call begins is chosen once. Where the plan asked again for each stand, a call that this very statement had just changed was
 * passed over (SKIP LOCKED), and the person's next one began too.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(clocks(`with next as materialized (${CHOSEN}) update calls`, 'next'))
  }

  async down() {
    this.schema.raw(clocks('update calls', `(${CHOSEN}) next`))
  }
}

const CHOSEN = `
  select first.id from (select distinct one as person from unnest(people) one) people
  cross join lateral (
    select id from calls where attendee_id = person and ended_at is null order by called_at, id limit 1 for update skip locked
  ) first
  where not exists (
    select 1 from calls running
    where running.attendee_id = person and running.ended_at is null and running.grace_started_at is not null
  )`

const clocks = (update: string, next: string) => `
  create or replace function start_clocks(people bigint[], moment timestamptz)
  returns table (call_id bigint, stand bigint, attendee bigint) language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(key) from (
      select hashtextextended('call clock', person) as key from unnest(people) person group by person order by key
    ) keys;
    return query
      ${update} c set grace_started_at = moment,
        expires_at = least(moment + make_interval(secs => f.grace_seconds), c.called_at + make_interval(secs => f.grace_seconds + 120))
      from ${next}, stands s join fairs f on f.id = s.fair_id
      where c.id = next.id and s.id = c.stand_id and c.grace_started_at is null
      returning c.id, c.stand_id, c.attendee_id;
  end $$`
