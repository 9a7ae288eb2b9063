import { BaseSchema } from '@adonisjs/lucid/schema'

/** A person may agree to messages on the telephone too, where the installation has a gateway. */
export default class extends BaseSchema {
  async up() {
    this.#allow(`'app', 'email', 'push', 'sms'`)
  }

  async down() {
    this.schema.raw(`delete from notification_preferences where channel = 'sms'`)
    this.#allow(`'app', 'email', 'push'`)
  }

  #allow(channels: string) {
    this.schema.raw(`
      alter table notification_preferences drop constraint notification_preferences_channel_check,
        add constraint notification_preferences_channel_check check (channel in (${channels}))`)
  }
}
