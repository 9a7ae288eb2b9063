import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { PosteSchema } from '#database/schema'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'
import { Keeping } from '#models/postes/poste/keeping'
import { Maintaining } from '#models/postes/poste/maintaining'
import { Messaging } from '#models/postes/poste/messaging'
import { Pairing } from '#models/postes/poste/pairing'
import PosteSession from '#models/postes/poste_session'
import Site from '#models/postes/site'
import Station from '#models/postes/station'

/** One public computer of a site. */
export default class Poste extends compose(PosteSchema, Live, Tracked, Keeping, Maintaining, Messaging, Pairing) {
  @belongsTo(() => Site)
  declare site: BelongsTo<typeof Site>

  @hasMany(() => PosteSession)
  declare sessions: HasMany<typeof PosteSession>

  @hasMany(() => Station)
  declare stations: HasMany<typeof Station>
}
