import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a person agreed to, in which version of the text, and when. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table consents (
        id bigint generated always as identity primary key,
        user_id bigint not null references users on delete cascade,
        purpose text not null,
        version text not null,
        given_at timestamptz not null,
        address inet
      )`)
    this.schema.raw('create index consents_user on consents (user_id, purpose, given_at desc)')
  }

  async down() {
    this.schema.raw('drop table consents')
  }
}
