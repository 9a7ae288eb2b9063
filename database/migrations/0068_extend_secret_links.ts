import { BaseSchema } from '@adonisjs/lucid/schema'

/** The screen of a hall has a link, and so has an attendee without an account: the phone that they came with keeps it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table secret_links
        add column fair_id bigint references fairs on delete cascade,
        add column attendee_id bigint references attendees on delete cascade,
        drop constraint secret_links_purpose_check,
        add constraint secret_links_purpose_check
          check (purpose in ('stand', 'wall', 'attendee', 'invitation', 'verification', 'reset', 'share', 'pairing', 'first_run')),
        add check ((purpose = 'wall') = (fair_id is not null)),
        add check ((purpose = 'attendee') = (attendee_id is not null))`)
    this.schema.raw(`create unique index secret_links_wall on secret_links (fair_id) where purpose = 'wall' and revoked_at is null`)
    this.schema.raw('create index secret_links_attendee on secret_links (attendee_id) where attendee_id is not null')
  }

  async down() {
    this.schema.raw(`delete from secret_links where purpose = 'attendee'`)
    this.schema.raw(`
      alter table secret_links drop column fair_id, drop column attendee_id, drop constraint secret_links_purpose_check,
        add constraint secret_links_purpose_check
          check (purpose in ('stand', 'wall', 'invitation', 'verification', 'reset', 'share', 'pairing', 'first_run'))`)
  }
}
