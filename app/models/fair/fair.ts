import { FairSchema } from '#database/schema'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import Import from '#models/files/import'
import Announcement from '#models/fair/announcement'
import Attendee from '#models/fair/attendee'
import { Announcing } from '#models/fair/fair/announcing'
import { Archiving } from '#models/fair/fair/archiving'
import { Attending } from '#models/fair/fair/attending'
import { Correcting } from '#models/fair/fair/correcting'
import { Editing } from '#models/fair/fair/editing'
import { Exporting } from '#models/fair/fair/exporting'
import { Furnishing } from '#models/fair/fair/furnishing'
import { Listing } from '#models/fair/fair/listing'
import { Opening } from '#models/fair/fair/opening'
import { Overseeing } from '#models/fair/fair/overseeing'
import { Preparing } from '#models/fair/fair/preparing'
import { Registering } from '#models/fair/fair/registering'
import { Removing } from '#models/fair/fair/removing'
import { Rostering } from '#models/fair/fair/rostering'
import { Timing } from '#models/fair/fair/timing'
import { Walling } from '#models/fair/fair/walling'
import FairOpening from '#models/fair/fair_opening'
import QueueEntry from '#models/fair/queue_entry'
import Stand from '#models/fair/stand'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

/** As it is made: `compose` is typed for nine mixins at once. */
const Made = compose(FairSchema, Live, Tracked, Timing, Editing, Furnishing, Archiving, Registering, Preparing, Removing)

/** A dated event with stands. */
export default class Fair extends compose(
  Made,
  Opening,
  Correcting,
  Attending,
  Announcing,
  Listing,
  Overseeing,
  Rostering,
  Exporting,
  Walling
) {
  @hasMany(() => Stand)
  declare stands: HasMany<typeof Stand>

  @hasMany(() => Attendee)
  declare attendees: HasMany<typeof Attendee>

  @hasMany(() => QueueEntry)
  declare entries: HasMany<typeof QueueEntry>

  @hasMany(() => FairOpening)
  declare openings: HasMany<typeof FairOpening>

  @hasMany(() => Announcement)
  declare announcements: HasMany<typeof Announcement>

  @hasMany(() => Import)
  declare imports: HasMany<typeof Import>

  override get auditFairId() {
    return this.id
  }

  get path() {
    return `/salon/${this.slug}`
  }
}
