import { MembershipSchema } from '#database/schema'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { Answering } from '#models/accounts/membership/answering'
import { Owning } from '#models/accounts/membership/owning'
import { Telling } from '#models/accounts/membership/telling'
import Organisation from '#models/accounts/organisation'
import User from '#models/accounts/user'
import { Tracked } from '#models/mixins/tracked'

/** A user's place in an organisation, from the day it is asked for. */
export default class Membership extends compose(MembershipSchema, Tracked, Telling, Answering, Owning) {
  /** Asked for or given, and not over. */
  static open = scope((query) => void query.whereNull('refused_at').whereNull('left_at'))

  /** Accepted, and not over: what gives the rights. */
  static current = scope((query) => void query.whereNotNull('accepted_at').whereNull('left_at'))

  @belongsTo(() => Organisation)
  declare organisation: BelongsTo<typeof Organisation>

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  get isAccepted() {
    return this.acceptedAt !== null && this.leftAt === null
  }

  get isPending() {
    return this.acceptedAt === null && this.refusedAt === null && this.leftAt === null
  }

  get isOwner() {
    return this.isAccepted && this.role === 'owner'
  }
}
