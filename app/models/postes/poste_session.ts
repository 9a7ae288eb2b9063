import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import encryption from '@adonisjs/core/services/encryption'
import { PosteSessionSchema } from '#database/schema'
import { Tracked } from '#models/mixins/tracked'
import Poste from '#models/postes/poste'
import PosteRun from '#models/postes/poste_run'
import { Cutting } from '#models/postes/poste_session/cutting'
import { Ending } from '#models/postes/poste_session/ending'
import { Extending } from '#models/postes/poste_session/extending'
import { Granting } from '#models/postes/poste_session/granting'
import { Moving } from '#models/postes/poste_session/moving'
import { Starting } from '#models/postes/poste_session/starting'
import { Suspending } from '#models/postes/poste_session/suspending'
import Site from '#models/postes/site'
import Visitor from '#models/postes/visitor'

const Running = compose(PosteSessionSchema, Tracked, Starting, Suspending, Granting, Ending)

/** One stay of a visitor on a poste, with a granted time. */
export default class PosteSession extends compose(Running, Moving, Cutting, Extending) {
  @belongsTo(() => Site)
  declare site: BelongsTo<typeof Site>

  @belongsTo(() => Visitor)
  declare visitor: BelongsTo<typeof Visitor>

  @belongsTo(() => Poste)
  declare poste: BelongsTo<typeof Poste>

  @hasMany(() => PosteRun)
  declare runs: HasMany<typeof PosteRun>

  /** The code itself, for the desk that shows it again; null when the key that sealed it is lost. */
  get code() {
    return this.codeEncrypted && encryption.decrypt<string>(this.codeEncrypted)
  }

  get isRunning() {
    return this.endsAt !== null
  }
}
