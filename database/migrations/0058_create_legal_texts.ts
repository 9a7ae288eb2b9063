import { BaseSchema } from '@adonisjs/lucid/schema'

/** Every version of the legal pages, none ever changed; the last one is shown. Without a body: the text that Tremplin brings. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table legal_texts (
        id bigint generated always as identity primary key,
        page text not null check (page in ('mentions', 'privacy', 'accessibility')),
        locale text not null check (locale in ('fr', 'en')),
        body text check (length(body) between 1 and 40000),
        written_at timestamptz not null,
        written_by bigint references users on delete set null
      )`)
    this.schema.raw('create index legal_texts_page on legal_texts (page, locale, id desc)')
  }

  async down() {
    this.schema.raw('drop table legal_texts')
  }
}
