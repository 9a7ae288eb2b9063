import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The history of every pipeline: who changed its status, when, to what, and why. One table for all of them, since they
 * are read in one way; a column for each kind of subject, so that a foreign key holds it. A room that brings a pipeline
 * adds its column here, and to the check.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table steps (
        id bigint generated always as identity primary key,
        organisation_id bigint references organisations on delete cascade,
        provider_id bigint references providers on delete cascade,
        status text not null,
        reason text check (length(reason) between 1 and 1000),
        taken_at timestamptz not null,
        taken_by text not null,
        constraint steps_subject check (num_nonnulls(organisation_id, provider_id) = 1)
      )`)
    this.schema.raw('create index steps_organisation on steps (organisation_id, id) where organisation_id is not null')
    this.schema.raw('create index steps_provider on steps (provider_id, id) where provider_id is not null')
  }

  async down() {
    this.schema.raw('drop table steps')
  }
}
