import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { ReservationSchema } from '#database/schema'
import { Tracked } from '#models/mixins/tracked'
import Poste from '#models/postes/poste'
import PosteSession from '#models/postes/poste_session'
import { Cancelling } from '#models/postes/reservation/cancelling'
import { Honouring } from '#models/postes/reservation/honouring'
import { Rearranging } from '#models/postes/reservation/rearranging'
import { Reminding } from '#models/postes/reservation/reminding'
import Site from '#models/postes/site'
import Visitor from '#models/postes/visitor'
import { settings } from '#services/settings'

/** A poste that is kept for a visitor. */
export default class Reservation extends compose(ReservationSchema, Tracked, Rearranging, Cancelling, Honouring, Reminding) {
  @belongsTo(() => Site)
  declare site: BelongsTo<typeof Site>

  @belongsTo(() => Visitor)
  declare visitor: BelongsTo<typeof Visitor>

  @belongsTo(() => Poste)
  declare poste: BelongsTo<typeof Poste>

  @belongsTo(() => PosteSession)
  declare session: BelongsTo<typeof PosteSession>

  /** The day of the calendar on which it is, as addresses name it. */
  get dayIso() {
    return this.startsAt.setZone(settings().zone).toISODate()!
  }

  get minutes() {
    return Math.round(this.endsAt.diff(this.startsAt, 'minutes').minutes)
  }
}
