import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { VisitorSchema } from '#database/schema'
import { Attachable } from '#models/mixins/attachable'
import { Tracked } from '#models/mixins/tracked'
import PosteSession from '#models/postes/poste_session'
import Site from '#models/postes/site'
import { Consenting } from '#models/postes/visitor/consenting'
import { Describing } from '#models/postes/visitor/describing'
import { Disclosing } from '#models/postes/visitor/disclosing'
import { Forgetting } from '#models/postes/visitor/forgetting'
import { Identifying } from '#models/postes/visitor/identifying'
import { Linking } from '#models/postes/visitor/linking'
import { Merging } from '#models/postes/visitor/merging'
import VisitorConsent from '#models/postes/visitor_consent'

const Known = compose(VisitorSchema, Tracked, Attachable, Consenting, Describing, Identifying)

/** Somebody registered at the desk of a site, with or without an account; or a guest, who is a number. */
export default class Visitor extends compose(Known, Forgetting, Merging, Linking, Disclosing) {
  @belongsTo(() => Site)
  declare site: BelongsTo<typeof Site>

  @hasMany(() => PosteSession)
  declare sessions: HasMany<typeof PosteSession>

  @hasMany(() => VisitorConsent)
  declare consentRows: HasMany<typeof VisitorConsent>

  get isGuest() {
    return this.guestNumber !== null
  }

  /** What refusals call somebody: the pages say it in the reader's language, with `f.visitor`. */
  get shownName() {
    if (this.guestNumber !== null) return `n° ${String(this.guestNumber).padStart(4, '0')}`
    return [this.givenName, this.familyName].filter(Boolean).join(' ') || `n° ${this.id}`
  }

  /** Their sheet, at the desk of their site. */
  pathAt(site: Site) {
    return `${site.path}/visitors/${this.id}`
  }
}
