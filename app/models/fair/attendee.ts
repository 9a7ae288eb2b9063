import { AttendeeSchema } from '#database/schema'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import User from '#models/accounts/user'
import { Answering } from '#models/fair/attendee/answering'
import { Describing } from '#models/fair/attendee/describing'
import { Guesting } from '#models/fair/attendee/guesting'
import { Overriding } from '#models/fair/attendee/overriding'
import { Resting } from '#models/fair/attendee/resting'
import { Seeing } from '#models/fair/attendee/seeing'
import Fair from '#models/fair/fair'
import QueueEntry from '#models/fair/queue_entry'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

/** Somebody's presence at one fair: available, interviewing or paused, as the open rows say. */
export default class Attendee extends compose(
  compose(AttendeeSchema, Live, Tracked, Describing),
  Resting,
  Answering,
  Overriding,
  Seeing,
  Guesting
) {
  @belongsTo(() => Fair)
  declare fair: BelongsTo<typeof Fair>

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @hasMany(() => QueueEntry)
  declare entries: HasMany<typeof QueueEntry>

  get fullName() {
    return `${this.givenName} ${this.familyName}`
  }
}
