import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { TicketSchema } from '#database/schema'
import { Tracked } from '#models/mixins/tracked'
import PosteSession from '#models/postes/poste_session'
import Site from '#models/postes/site'
import { Calling } from '#models/postes/ticket/calling'
import { Closing } from '#models/postes/ticket/closing'
import Visitor from '#models/postes/visitor'

/** A place in the line of those who wait for a poste: the number of a day. */
export default class Ticket extends compose(TicketSchema, Tracked, Calling, Closing) {
  @belongsTo(() => Site)
  declare site: BelongsTo<typeof Site>

  @belongsTo(() => Visitor)
  declare visitor: BelongsTo<typeof Visitor>

  @belongsTo(() => PosteSession)
  declare session: BelongsTo<typeof PosteSession>
}
