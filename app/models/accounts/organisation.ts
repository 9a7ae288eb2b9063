import { OrganisationSchema } from '#database/schema'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { compose } from '@adonisjs/core/helpers'
import Membership from '#models/accounts/membership'
import { Describing } from '#models/accounts/organisation/describing'
import { type OrganisationName, type OrganisationValues, type Place, found, named } from '#models/accounts/organisation/founding'
import { Joining } from '#models/accounts/organisation/joining'
import { Reporting } from '#models/accounts/organisation/reporting'
import Step from '#models/accounts/step'
import type User from '#models/accounts/user'
import { Verifying } from '#models/accounts/verifying'
import type { Act } from '#models/mixins/act'
import { Attachable } from '#models/mixins/attachable'
import { Live } from '#models/mixins/live'
import { Stepping } from '#models/mixins/stepping'
import { Tracked } from '#models/mixins/tracked'

/** A company, school, association or administration that recruits or funds. */
export default class Organisation extends compose(
  OrganisationSchema,
  Live,
  Tracked,
  Attachable,
  Stepping,
  Verifying,
  Joining,
  Describing,
  Reporting
) {
  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>

  @hasMany(() => Step)
  declare steps: HasMany<typeof Step>

  /**
   * A new organisation waits to be verified; its founder owns it and is a recruiter. Founding twice is founding once.
   * @throws {Refusal} organisations.refusals.number_known
   */
  static found(values: Partial<OrganisationValues> & { name: string }, founder: User, place: Place, act: Act): Promise<Organisation> {
    return found(values, founder, place, act)
  }

  /** What somebody who wants to join may see of those whose name contains these words: nothing else is public. */
  static named(words: string): Promise<OrganisationName[]> {
    return named(words)
  }

  async title() {
    return this.name
  }

  get path() {
    return `/compte/organisations/${this.id}`
  }

  get adminPath() {
    return `/admin/organisations/${this.id}`
  }

  /** Its owners. */
  async concerned(trx: TransactionClientContract): Promise<number[]> {
    const owners = await Membership.query({ client: trx })
      .where('organisation_id', this.id)
      .withScopes((scopes) => scopes.current())
      .where('role', 'owner')
    return owners.map(({ userId }) => userId)
  }
}
