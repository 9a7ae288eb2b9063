import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import db from '@adonisjs/lucid/services/db'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import Membership from '#models/accounts/membership'
import Organisation from '#models/accounts/organisation'
import type User from '#models/accounts/user'
import type { Status } from '#models/accounts/verifying'

/** A place that somebody has, asked for, or was refused. */
export interface PlaceLine {
  id: number
  organisationId: number
  organisation: string
  city: string | null
  status: Status
  role: 'owner' | 'member'
  department: string | null
  state: 'asked' | 'accepted' | 'refused'
  reason: string | null
  since: Date
  /** how many people ask to join, for an owner */
  requests: number
}

/** The organisations that somebody speaks for. */
export function Belonging<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Those that they belong to, to be looked for among them: any other does not exist for them. */
    organisations(this: User) {
      return Organisation.query().whereHas('memberships', (own) => {
        void own.where('user_id', this.id).withScopes((scopes) => scopes.current())
      })
    }

    /** Accepted there, and still: whether the organisation itself may do anything is its own status. */
    async worksFor(this: User, organisation: { id: number }): Promise<boolean> {
      return (await this.placeAt(organisation)) !== null
    }

    async placeAt(this: User, organisation: { id: number }): Promise<Membership | null> {
      return Membership.query()
        .where({ user_id: this.id, organisation_id: organisation.id })
        .withScopes((scopes) => scopes.current())
        .first()
    }

    /** Where they belonged, and do not any more. */
    async formerPlaceAt(this: User, organisationId: number): Promise<Membership | null> {
      return Membership.query()
        .where({ user_id: this.id, organisation_id: organisationId })
        .whereNotNull('accepted_at')
        .whereNotNull('left_at')
        .orderBy('id', 'desc')
        .preload('organisation')
        .first()
    }

    /** One line an organisation, the last thing that was said there; those that they have left are not theirs any more. */
    async places(this: User): Promise<PlaceLine[]> {
      const { rows } = await db.rawQuery(
        `select * from (
          select distinct on (m.organisation_id) m.id, o.id as "organisationId", o.name as organisation, o.city, o.status, m.role, m.department,
            m.left_at, case when m.refused_at is not null then 'refused' when m.accepted_at is not null then 'accepted' else 'asked' end as state,
            m.refusal_reason as reason, coalesce(m.refused_at, m.accepted_at, m.asked_at) as since,
            case when m.role = 'owner' then (
              select count(*) from memberships r
              where r.organisation_id = o.id and r.accepted_at is null and r.refused_at is null and r.left_at is null
            ) else 0 end as requests
          from memberships m join organisations o on o.id = m.organisation_id
          where m.user_id = ? order by m.organisation_id, m.id desc
        ) place where left_at is null order by state, organisation collate "fr-x-icu", id`,
        [this.id]
      )
      return rows
    }
  }
}
