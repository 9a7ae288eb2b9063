import { hash, randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { compose } from '@adonisjs/core/helpers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { SecretLinkSchema } from '#database/schema'
import type { HeldGuest, HeldLink } from '#models/accounts/viewer'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'
import { hush } from '#models/mixins/ringing'
import { Tracked } from '#models/mixins/tracked'

const TOKEN_BYTES = 24

/** What stands for a secret in the address of a link: nobody guesses it. */
export function drawToken() {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** What a link stands for. */
export type Holder =
  | { standId: number }
  | { attendeeId: number }
  | { fairId: number }
  | { posteId: number }
  | { visitorId: number }
  | { siteId: number }

/** A link that stands for somebody without an account. Only its hash finds it. */
export default class SecretLink extends compose(SecretLinkSchema, Tracked) {
  /** The link of a stand; the previous one dies with whatever it had opened. */
  static async issue(standId: number, expiresAt: DateTime, act: Act) {
    return this.issueFor({ standId }, expiresAt, act)
  }

  /**
   * The one link of a stand, of an attendee without account, or of a fair's wall; the previous one dies with whatever it had
   * opened. Whoever calls holds the row that it is for.
   * @param token drawn, unless whoever asks twice must find the same
   */
  static async issueFor(holder: Holder, expiresAt: DateTime, act: Act, token = drawToken()) {
    return within(act, async (trx) => {
      await this.revokeOf(holder, { ...act, trx })
      const link = await this.create(
        {
          ...holder,
          purpose: purposeOf(holder),
          tokenHash: hashOf(token),
          tokenEncrypted: encryption.encrypt(token),
          createdAt: act.at,
          createdBy: authorOf(act.by),
          expiresAt,
        },
        { client: trx }
      )
      await link.track(trx, act, 'accounts.secret_link.issued', { ...holder })
      return link
    })
  }

  static async revokeOf(holder: Holder, act: Act) {
    await within(act, async (trx) => {
      const current = await this.query({ client: trx }).where(holder).whereNull('revoked_at').forUpdate()
      for (const link of current) await link.revoke({ ...act, trx })
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
      .select('id', 'stand_id', 'fair_id', 'site_id')
      .pojo<{ id: number; stand_id: number | null; fair_id: number | null; site_id: number | null }>()
    return rows.map((row) => ({ id: row.id, standId: row.stand_id, fairId: row.fair_id, siteId: row.site_id }))
  }

  /** Whom the tokens that a browser keeps stand for, as attendees without account: asked again at each request. */
  static async guests(tokens: string[], at: DateTime, client?: TransactionClientContract): Promise<HeldGuest[]> {
    if (tokens.length === 0) return []
    return this.query({ client })
      .join('attendees', 'attendees.id', 'secret_links.attendee_id')
      .whereIn('token_hash', tokens.map(hashOf))
      .whereNull('revoked_at')
      .where('expires_at', '>', at.toJSDate())
      .select('secret_links.id', 'attendee_id as attendeeId', 'attendees.fair_id as fairId')
      .pojo<HeldGuest>()
  }

  static async currentOf(holder: number | Holder, client?: TransactionClientContract) {
    return this.query({ client })
      .where(typeof holder === 'number' ? { standId: holder } : holder)
      .whereNull('revoked_at')
      .first()
  }

  /** The secret itself, for staff who may show it again; null when it was encrypted with a key that is lost. */
  get token() {
    return encryption.decrypt<string>(this.tokenEncrypted!)
  }

  get path() {
    return this.token && `/${this.siteId ? 'postes' : 'salon'}/links/${this.token}`
  }

  async revoke(this: SecretLink, act: Act) {
    await within(act, async (trx) => {
      await this.useTransaction(trx)
        .merge({ revokedAt: act.at, revokedBy: authorOf(act.by) })
        .save()
      await endStreams(trx, { link: this.id })
      await hush(trx, act, this.id)
      await this.track(trx, act, 'accounts.secret_link.revoked', holderOf(this))
    })
  }
}

const PURPOSES = {
  standId: 'stand',
  attendeeId: 'attendee',
  fairId: 'wall',
  posteId: 'pairing',
  visitorId: 'visitor',
  siteId: 'desk_wall',
} as const

function purposeOf(holder: Holder) {
  return PURPOSES[Object.keys(holder)[0] as keyof typeof PURPOSES]
}

/** Whom or what it is for. */
function holderOf(link: SecretLink) {
  const key = (Object.keys(PURPOSES) as (keyof typeof PURPOSES)[]).find((one) => link[one])
  return key ? { [key]: link[key] } : {}
}

export function hashOf(token: string) {
  return hash('sha256', token, 'buffer')
}
