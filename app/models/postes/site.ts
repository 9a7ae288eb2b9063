import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { SiteSchema } from '#database/schema'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'
import Poste from '#models/postes/poste'
import PosteSession from '#models/postes/poste_session'
import { Configuring } from '#models/postes/site/configuring'
import { Equipping } from '#models/postes/site/equipping'
import { Exporting } from '#models/postes/site/exporting'
import { Issuing } from '#models/postes/site/issuing'
import { Registering } from '#models/postes/site/registering'
import { Reserving } from '#models/postes/site/reserving'
import { Retiring } from '#models/postes/site/retiring'
import { Lending } from '#models/postes/site/lending'
import { Queueing } from '#models/postes/site/queueing'
import { Timing } from '#models/postes/site/timing'
import { Walling } from '#models/postes/site/walling'
import { Welcoming } from '#models/postes/site/welcoming'
import SiteClosing from '#models/postes/site_closing'
import SiteHour from '#models/postes/site_hour'
import Reservation from '#models/postes/reservation'
import Ticket from '#models/postes/ticket'
import Visitor from '#models/postes/visitor'

const Equipped = compose(SiteSchema, Live, Tracked, Configuring, Timing, Equipping, Issuing)
const Welcomed = compose(Equipped, Welcoming, Registering, Exporting)

/** A room with public computers. */
export default class Site extends compose(Welcomed, Lending, Queueing, Reserving, Walling, Retiring) {
  @hasMany(() => Poste)
  declare postes: HasMany<typeof Poste>

  @hasMany(() => Visitor)
  declare visitors: HasMany<typeof Visitor>

  @hasMany(() => PosteSession)
  declare sessions: HasMany<typeof PosteSession>

  @hasMany(() => Ticket)
  declare tickets: HasMany<typeof Ticket>

  @hasMany(() => Reservation)
  declare reservations: HasMany<typeof Reservation>

  @hasMany(() => SiteHour)
  declare hours: HasMany<typeof SiteHour>

  @hasMany(() => SiteClosing)
  declare closings: HasMany<typeof SiteClosing>

  get path() {
    return `/postes/${this.slug}`
  }

  /** Whether people are registered by name, with their consent. */
  get isIdentified() {
    return this.mode === 'identified'
  }

  get takesReservations() {
    return this.reservationDays > 0
  }

  /** Those who have an account there may reserve by themselves. */
  get takesOnlineReservations() {
    return this.takesReservations && this.onlineReservations && !this.retiredAt
  }

  override get auditSiteId() {
    return this.id
  }
}
