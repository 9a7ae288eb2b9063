import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whoever locks a person and the stands where they wait is answered once: every answer is waited for by the others at those stands. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function lock_around(person bigint, also bigint) returns setof bigint language plpgsql as $$
      begin
        perform from attendees where id = person for no key update;
        -- Where they wait is read once they are locked.
        return query
          select s.id from stands s
          where s.id = also or s.id = any(array(
            select stand_id from queue_entries where attendee_id = person and left_at is null and completed_at is null
          ))
          order by s.id for no key update;
      end $$`)
  }

  async down() {
    this.schema.raw('drop function lock_around(bigint, bigint)')
  }
}
