import { BaseSchema } from '@adonisjs/lucid/schema'

/** The link that the console shows while there is no administrator: whoever started it makes the first. One is current. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table secret_links
        drop constraint secret_links_purpose_check,
        add constraint secret_links_purpose_check check (
          purpose in ('stand', 'wall', 'invitation', 'verification', 'reset', 'share', 'pairing', 'first_run')
        )`)
    this.schema.raw(
      `create unique index secret_links_first_run on secret_links (purpose) where purpose = 'first_run' and revoked_at is null`
    )
  }

  async down() {
    this.schema.raw('drop index secret_links_first_run')
    this.schema.raw(`delete from secret_links where purpose = 'first_run'`)
    this.schema.raw(`
      alter table secret_links
        drop constraint secret_links_purpose_check,
        add constraint secret_links_purpose_check check (
          purpose in ('stand', 'wall', 'invitation', 'verification', 'reset', 'share', 'pairing')
        )`)
  }
}
