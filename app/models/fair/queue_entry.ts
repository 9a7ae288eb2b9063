import { QueueEntrySchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import Attendee from '#models/fair/attendee'
import Stand from '#models/fair/stand'
import { Tracked } from '#models/mixins/tracked'

/** An attendee's place in a stand's queue. */
export default class QueueEntry extends compose(QueueEntrySchema, Tracked) {
  @belongsTo(() => Stand)
  declare stand: BelongsTo<typeof Stand>

  @belongsTo(() => Attendee)
  declare attendee: BelongsTo<typeof Attendee>
}
