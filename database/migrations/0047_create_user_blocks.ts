import { BaseSchema } from '@adonisjs/lucid/schema'

/** While one is open, its user signs in nowhere. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table user_blocks (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        check ((ended_at is null) = (ended_by is null))
      )`)
    this.schema.raw('create unique index user_blocks_open on user_blocks (user_id) where ended_at is null')
    this.schema.raw('create index user_blocks_user on user_blocks (user_id)')
  }

  async down() {
    this.schema.raw('drop table user_blocks')
  }
}
