import { ConsentSchema } from '#database/schema'
import type User from '#models/accounts/user'
import type { Act } from '#models/mixins/act'

/** What a person agreed to, in which version of the text. */
export default class Consent extends ConsentSchema {
  static async give(user: User, purpose: 'terms', version: string, { at, by, trx }: Act) {
    return this.create({ userId: user.id, purpose, version, givenAt: at, address: by.address ?? null }, { client: trx })
  }
}
