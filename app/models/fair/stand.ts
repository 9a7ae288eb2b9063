import { StandSchema } from '#database/schema'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import Organisation from '#models/accounts/organisation'
import Fair from '#models/fair/fair'
import Interview from '#models/fair/interview'
import QueueEntry from '#models/fair/queue_entry'
import { Calling } from '#models/fair/stand/calling'
import { Configuring } from '#models/fair/stand/configuring'
import { Correcting } from '#models/fair/stand/correcting'
import { Dismissing } from '#models/fair/stand/dismissing'
import { Interviewing } from '#models/fair/stand/interviewing'
import { Linking } from '#models/fair/stand/linking'
import { Noting } from '#models/fair/stand/noting'
import { Pausing } from '#models/fair/stand/pausing'
import { Queueing } from '#models/fair/stand/queueing'
import { Reporting } from '#models/fair/stand/reporting'
import { Weighing } from '#models/fair/stand/weighing'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

/** `compose` takes nine abilities at most. */
const Configured = compose(StandSchema, Live, Tracked, Configuring, Linking, Weighing)

/** A company's place at one fair, with its slots and its queue. */
export default class Stand extends compose(
  Configured,
  Queueing,
  Interviewing,
  Calling,
  Correcting,
  Dismissing,
  Pausing,
  Noting,
  Reporting
) {
  @belongsTo(() => Fair)
  declare fair: BelongsTo<typeof Fair>

  @belongsTo(() => Organisation)
  declare organisation: BelongsTo<typeof Organisation>

  @hasMany(() => QueueEntry)
  declare entries: HasMany<typeof QueueEntry>

  @hasMany(() => Interview)
  declare interviews: HasMany<typeof Interview>
}
