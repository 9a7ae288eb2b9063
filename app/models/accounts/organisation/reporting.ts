import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import db from '@adonisjs/lucid/services/db'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type Organisation from '#models/accounts/organisation'
import type Membership from '#models/accounts/membership'
import Step from '#models/accounts/step'
import type User from '#models/accounts/user'
import type { Status } from '#models/accounts/verifying'

export interface MemberLine {
  id: number
  userId: number
  name: string
  email: string
  /** the address was confirmed: it is theirs */
  proved: boolean
  department: string | null
  role: 'owner' | 'member'
  accepted: boolean
  since: Date
}

/** Another organisation that may be the same. */
export interface Twin {
  id: number
  name: string
  city: string | null
  status: Status
}

/** What its sheet shows. */
export function Reporting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async sheetFor(this: Organisation, user: User) {
      const [members, steps] = await Promise.all([this.members(), Step.of(this)])
      const place = members.find(({ userId }) => userId === user.id)
      return { organisation: this, members, steps, place, owns: place?.role === 'owner' }
    }

    /** Those who ask to join, the first to ask first; then the owners, then the others. */
    async members(this: Organisation): Promise<MemberLine[]> {
      const { rows } = await db.rawQuery(
        `select m.id, u.id as "userId", u.given_name || ' ' || u.family_name as name, u.email, u.email_verified_at is not null as proved, m.department, m.role,
          m.accepted_at is not null as accepted, coalesce(m.accepted_at, m.asked_at) as since
        from memberships m join users u on u.id = m.user_id
        where m.organisation_id = ? and m.refused_at is null and m.left_at is null
        order by m.accepted_at is not null, case when m.accepted_at is null then m.asked_at end, m.role = 'member',
          u.family_name collate "fr-x-icu", u.given_name collate "fr-x-icu", m.id`,
        [this.id]
      )
      return rows
    }

    async memberOrFail(this: Organisation, id: number): Promise<Membership> {
      return this.related('memberships').query().where('id', id).preload('user').firstOrFail()
    }

    /** For whoever verifies it: those of the same name or number. */
    async twins(this: Organisation): Promise<Twin[]> {
      const { rows } = await db.rawQuery(
        `select id, name, city, status from organisations
        where id <> :id and (plain(name) = plain(:name) or (country = :country and registration_number = :number))
        order by status, id limit 10`,
        { id: this.id, name: this.name, country: this.country, number: this.registrationNumber }
      )
      return rows
    }
  }
}
