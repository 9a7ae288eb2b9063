import { BaseSchema } from '@adonisjs/lucid/schema'

/** A question mark in raw SQL is a binding: the rule of 0051 let no address in. And `p256dh` is the curve, not what the key is for. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table push_subscriptions rename column p256dh to public_key')
    this.schema.raw('alter table push_subscriptions drop constraint push_subscriptions_endpoint_check')
    this.schema.raw(`
      alter table push_subscriptions add constraint push_subscriptions_endpoint_check
        check (endpoint like 'http%' and length(endpoint) <= 2000)`)
  }

  async down() {
    this.schema.raw('alter table push_subscriptions rename column public_key to p256dh')
  }
}
