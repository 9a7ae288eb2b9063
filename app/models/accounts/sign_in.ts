import { createHash } from 'node:crypto'
import { SignInSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { describe, placeOf } from '#models/accounts/device'
import User from '#models/accounts/user'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

const IDLE = { hours: 2 }
/** The longest that somebody is known without being remembered. */
export const ABSOLUTE = { hours: 24 }
const REMEMBERED = { days: 30 }

/** How exactly it is known when somebody was last here: by what they do, and by a page that they only watch. */
const SEEN_EVERY = { minutes: 1 }
const WATCHED_EVERY = { minutes: 5 }

export interface Browser {
  userAgent?: string
  /** the secret by which the browser is known again */
  device?: string
  /** asked for; staff do not get it, nor does anybody on a public computer */
  remember?: boolean
  /** the public computer that it is: when the visitor's time there is over, so is this */
  stationId?: number
}

/** One browser in which a user is known. */
export default class SignIn extends compose(SignInSchema, Tracked) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  /** @throws {Refusal} accounts.refusals.blocked */
  static async start(user: User, { userAgent, device, remember = false, stationId }: Browser, act: Act) {
    return within(act, async (trx) => {
      const { at, by } = act
      if (await user.isBlocked(trx)) throw new Refusal('accounts.refusals.blocked', {}, { status: 422, field: 'email' })
      const remembered = remember && !stationId && !(await user.isStaff(trx))
      const signIn = await this.create(
        {
          userId: user.id,
          startedAt: at,
          lastSeenAt: at,
          expiresAt: at.plus(remembered ? REMEMBERED : ABSOLUTE),
          remembered,
          device: device ? keyOf(device) : null,
          stationId: stationId ?? null,
          address: by.address ?? null,
          userAgent: userAgent?.slice(0, 400) ?? null,
        },
        { client: trx }
      )
      await signIn.track(trx, act, 'accounts.sign_in.started', { remembered })
      if (device) await user.tellNewDevice(signIn, { ...act, trx })
      return signIn
    })
  }

  /** In SQL: which sign-ins open something at that instant. A remembered one knows no idleness. */
  static alive(at: DateTime): [string, Date[]] {
    const sql = 'sign_ins.ended_at is null and sign_ins.expires_at > ? and (sign_ins.remembered or sign_ins.last_seen_at > ?)'
    return [sql, [at.toJSDate(), at.minus(IDLE).toJSDate()]]
  }

  /** Whether the account has been entered with this secret before. */
  static async isKnownDevice(userId: number, device: string) {
    return (
      (await this.query()
        .where({ user_id: userId, device: keyOf(device) })
        .first()) !== null
    )
  }

  get described() {
    return describe(this.userAgent)
  }

  get place() {
    return placeOf(this.address)
  }

  /** When it opened nothing more: ended, too old, or idle. @returns null while it is alive */
  overAt(at: DateTime) {
    if (this.endedAt) return this.endedAt
    const idle = this.lastSeenAt.plus(IDLE)
    const over = this.remembered || idle > this.expiresAt ? this.expiresAt : idle
    return over > at ? null : over
  }

  /** The person is no longer known in that browser; its open pages lose their streams at once. */
  async end(this: SignIn, act: Act) {
    await within(act, async (trx) => {
      const ended = await SignIn.query({ client: trx })
        .where('id', this.id)
        .whereNull('ended_at')
        .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) })
      if (!Number(ended)) return
      await endStreams(trx, { signIn: this.id })
      await this.track(trx, act, 'accounts.sign_in.ended')
    })
  }

  /**
   * Remembers when the person was last here.
   * @param watching they only have a page open that follows what happens: seen less exactly, for it asks all the time
   */
  async seen(this: SignIn, at: DateTime, { watching = false } = {}) {
    const before = at.minus(watching ? WATCHED_EVERY : SEEN_EVERY)
    if (this.lastSeenAt > before) return
    // Of twenty requests at once, one writes.
    await SignIn.query().where('id', this.id).where('last_seen_at', '<=', before.toJSDate()).update({ last_seen_at: at.toJSDate() })
  }
}

function keyOf(device: string) {
  return createHash('sha256').update(device).digest()
}
