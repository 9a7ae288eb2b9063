import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A stand's organisation if it has one, where to find it in the hall, the end of its queue (`next_rank`: somebody sent there is
 * before whoever joins later and takes nobody's position), and how long its own interviews take.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table stands
        add column organisation_id bigint references organisations on delete set null,
        add column place text check (length(place) between 1 and 100),
        add column next_rank integer not null default 1,
        add column measured_interviews integer not null default 0 check (measured_interviews >= 0),
        add column median_seconds integer check (median_seconds >= 0),
        add column long_seconds integer check (long_seconds >= 0),
        add check ((measured_interviews = 0) = (median_seconds is null)),
        add check ((median_seconds is null) = (long_seconds is null))`)
    this.schema.raw('update stands set next_rank = next_position')
    this.schema.raw('create index stands_organisation on stands (organisation_id) where organisation_id is not null')
  }

  async down() {
    this.schema.raw(`
      alter table stands drop column organisation_id, drop column place, drop column next_rank, drop column measured_interviews,
        drop column median_seconds, drop column long_seconds`)
  }
}
