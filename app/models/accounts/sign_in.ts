import { SignInSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { DateTime } from 'luxon'
import User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

const ABSOLUTE = { hours: 24 }
const SEEN_EVERY = { minutes: 1 }

/** One browser in which a user is known. */
export default class SignIn extends compose(SignInSchema, Tracked) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  static async start(user: User, userAgent: string | undefined, act: Act) {
    return within(act, async (trx) => {
      const { at, by } = act
      const signIn = await this.create(
        {
          userId: user.id,
          startedAt: at,
          lastSeenAt: at,
          expiresAt: at.plus(ABSOLUTE),
          address: by.address ?? null,
          userAgent: userAgent?.slice(0, 400) ?? null,
        },
        { client: trx }
      )
      await signIn.track(trx, act, 'accounts.sign_in.started')
      return signIn
    })
  }

  /** The person is no longer known in that browser; its open pages lose their streams at once. */
  async end(this: SignIn, act: Act) {
    await within(act, async (trx) => {
      const ended = await SignIn.query({ client: trx }).where('id', this.id).whereNull('ended_at').update({ ended_at: act.at.toJSDate() })
      if (!Number(ended)) return
      await endStreams(trx, { signIn: this.id })
      await this.track(trx, act, 'accounts.sign_in.ended')
    })
  }

  /** Remembers when the person was last here, to the minute. */
  async seen(this: SignIn, at: DateTime) {
    if (this.lastSeenAt > at.minus(SEEN_EVERY)) return
    await SignIn.query().where('id', this.id).update({ last_seen_at: at.toJSDate() })
  }
}
