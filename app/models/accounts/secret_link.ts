import { createHash, randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { compose } from '@adonisjs/core/helpers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { SecretLinkSchema } from '#database/schema'
import type { HeldLink } from '#models/accounts/viewer'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

const TOKEN_BYTES = 24

/** What stands for a secret in the address of a link: nobody guesses it. */
export function drawToken() {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** A link that stands for somebody without an account. Only its hash finds it. */
export default class SecretLink extends compose(SecretLinkSchema, Tracked) {
  /** The link of a stand; the previous one dies with whatever it had opened. */
  static async issue(standId: number, expiresAt: DateTime, act: Act) {
    return within(act, async (trx) => {
      const previous = await this.query({ client: trx }).where('stand_id', standId).whereNull('revoked_at').forUpdate().first()
      await previous?.revoke({ ...act, trx })
      const token = drawToken()
      const link = await this.create(
        {
          purpose: 'stand',
          standId,
          tokenHash: hashOf(token),
          tokenEncrypted: encryption.encrypt(token),
          createdAt: act.at,
          createdBy: authorOf(act.by),
          expiresAt,
        },
        { client: trx }
      )
      await link.track(trx, act, 'accounts.secret_link.issued', { standId })
      return link
    })
  }

  /** The link that this token opens now, if any. */
  static async opened(token: string, at: DateTime) {
    return this.query()
      .where('token_hash', hashOf(token))
      .whereNull('revoked_at')
      .whereNull('used_at')
      .where('expires_at', '>', at.toJSDate())
      .first()
  }

  /** Which of the links that a session remembers still open something: asked again at each request. */
  static async held(ids: number[], at: DateTime): Promise<HeldLink[]> {
    if (ids.length === 0) return []
    const rows = await this.query()
      .whereIn('id', ids)
      .whereNull('revoked_at')
      .where('expires_at', '>', at.toJSDate())
      .select('id', 'stand_id')
      .pojo<{ id: number; stand_id: number }>()
    return rows.map((row) => ({ id: row.id, standId: row.stand_id }))
  }

  static async currentOf(standId: number, client?: TransactionClientContract) {
    return this.query({ client }).where('stand_id', standId).whereNull('revoked_at').first()
  }

  /** The secret itself, for staff who may show it again; null when it was encrypted with a key that is lost. */
  get token() {
    return encryption.decrypt<string>(this.tokenEncrypted!)
  }

  get path() {
    return this.token && `/salon/links/${this.token}`
  }

  async revoke(this: SecretLink, act: Act) {
    await within(act, async (trx) => {
      await this.useTransaction(trx)
        .merge({ revokedAt: act.at, revokedBy: authorOf(act.by) })
        .save()
      await endStreams(trx, { link: this.id })
      await this.track(trx, act, 'accounts.secret_link.revoked', { standId: this.standId })
    })
  }
}

export function hashOf(token: string) {
  return createHash('sha256').update(token).digest()
}
