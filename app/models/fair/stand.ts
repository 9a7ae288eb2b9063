import { StandSchema } from '#database/schema'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import Fair from '#models/fair/fair'
import Interview from '#models/fair/interview'
import QueueEntry from '#models/fair/queue_entry'
import { Configuring } from '#models/fair/stand/configuring'
import { Interviewing } from '#models/fair/stand/interviewing'
import { Linking } from '#models/fair/stand/linking'
import { Pausing } from '#models/fair/stand/pausing'
import { Queueing } from '#models/fair/stand/queueing'
import { Reporting } from '#models/fair/stand/reporting'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

/** A company's place at one fair, with its slots and its queue. */
export default class Stand extends compose(StandSchema, Live, Tracked, Configuring, Linking, Queueing, Interviewing, Pausing, Reporting) {
  @belongsTo(() => Fair)
  declare fair: BelongsTo<typeof Fair>

  @hasMany(() => QueueEntry)
  declare entries: HasMany<typeof QueueEntry>

  @hasMany(() => Interview)
  declare interviews: HasMany<typeof Interview>
}
