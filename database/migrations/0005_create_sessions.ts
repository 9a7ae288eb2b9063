import { BaseSchema } from '@adonisjs/lucid/schema'

/** The server's side of the session cookie, found by the hash of its identifier. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table sessions (
        id text primary key,
        data text not null,
        expires_at timestamptz not null
      )`)
    this.schema.raw('create index sessions_expires_at on sessions (expires_at)')
  }

  async down() {
    this.schema.raw('drop table sessions')
  }
}
