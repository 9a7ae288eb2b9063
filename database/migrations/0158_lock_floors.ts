import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whoever locks people and the stands where they wait is answered once: every answer is waited for by the others at those stands. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function lock_floor(people bigint[], places bigint[]) returns setof bigint language plpgsql as $$
      begin
        perform from attendees where id = any(people) order by id for no key update;
        -- Where they wait is read once they are locked.
        return query
          select s.id from stands s
          where s.id = any(places || array(
            select stand_id from queue_entries where attendee_id = any(people) and left_at is null and completed_at is null
          ))
          order by s.id for no key update;
      end $$`)
  }

  async down() {
    this.schema.raw('drop function lock_floor(bigint[], bigint[])')
  }
}
