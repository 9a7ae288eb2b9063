import { ProviderSchema } from '#database/schema'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { compose } from '@adonisjs/core/helpers'
import Step from '#models/accounts/step'
import User from '#models/accounts/user'
import { announce } from '#models/accounts/deciding'
import { Verifying } from '#models/accounts/verifying'
import { type Act, within } from '#models/mixins/act'
import { Live, signal } from '#models/mixins/live'
import { Stepping } from '#models/mixins/stepping'
import { Tracked } from '#models/mixins/tracked'

export interface ProviderValues {
  speciality: string
  bio?: string | null
}

/** What somebody offers to do for others. */
export default class Provider extends compose(ProviderSchema, Live, Tracked, Stepping, Verifying) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @hasMany(() => Step)
  declare steps: HasMany<typeof Step>

  /** A person waits to be verified in their speciality, and is a provider. Registering twice is registering once. */
  static async register(user: User, { speciality, bio }: ProviderValues, act: Act): Promise<Provider> {
    return within(act, async (trx) => {
      await trx.rawQuery('select 1 from users where id = ? for no key update', [user.id])
      const known = await this.query({ client: trx }).where('user_id', user.id).first()
      if (known) return known
      const provider = await this.create(
        { userId: user.id, speciality, bio: bio ?? null, status: 'pending', statusAt: act.at },
        { client: trx }
      )
      await provider.firstStep(trx, act)
      await provider.track(trx, act, 'accounts.provider.registered')
      await user.grant({ role: 'provider' }, { ...act, trx })
      await announce(provider, trx, act, 'submitted')
      return provider
    })
  }

  get path() {
    return '/compte/provider'
  }

  get adminPath() {
    return `/admin/providers/${this.id}`
  }

  async concerned(): Promise<number[]> {
    return [this.userId]
  }

  async title(trx: TransactionClientContract): Promise<string> {
    return (await User.findOrFail(this.userId, { client: trx })).fullName
  }

  /** Another speciality is verified anew; other words about the same one are not. */
  async describe(this: Provider, { speciality, bio }: ProviderValues, act: Act): Promise<void> {
    await within(act, async (trx) => {
      const another = speciality !== this.speciality
      await this.useTransaction(trx)
        .merge({ speciality, bio: bio ?? null })
        .save()
      await this.track(trx, act, 'accounts.provider.described', { speciality: another })
      await signal(trx, [this.channel, 'providers'])
      if (another && (await this.advance(trx, act, { from: ['verified'], to: 'pending' }))) await announce(this, trx, act, 'submitted')
    })
  }
}
