import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { RoleName } from '#models/accounts/role'
import type User from '#models/accounts/user'

/** A right as the sheet of its user tells it. */
export interface RoleLine {
  id: number
  role: RoleName
  /** where, when not everywhere */
  fair: string | null
  site: string | null
  grantedAt: Date
  /** null when nobody did: the system, or somebody whose account is gone */
  grantedBy: string | null
  revokedAt: Date | null
  revokedBy: string | null
}

/** What those who give rights read of an account. */
export function Describing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async sheet(this: User, at: DateTime) {
      const [roles, fairs, sites, block, signIns] = await Promise.all([
        roleLines(this.id),
        fairsAhead(at),
        db.from('sites').whereNull('retired_at').orderBy('name').select('id', 'name'),
        db.from('user_blocks').where('user_id', this.id).whereNull('ended_at').select('started_at as startedAt').first(),
        this.openSignIns(at),
      ])
      const held = roles.filter(({ revokedAt }) => revokedAt === null)
      const past = roles.filter(({ revokedAt }) => revokedAt !== null)
      return {
        held,
        past,
        fairs,
        sites: sites as { id: number; name: string }[],
        block: block as { startedAt: Date } | null,
        signIns,
        now: at,
      }
    }
  }
}

async function roleLines(userId: number): Promise<RoleLine[]> {
  const { rows } = await db.rawQuery(
    `select r.id, r.role, f.name as fair, i.name as site, r.granted_at as "grantedAt", r.revoked_at as "revokedAt",
      g.given_name || ' ' || g.family_name as "grantedBy", e.given_name || ' ' || e.family_name as "revokedBy"
    from roles r
    left join fairs f on f.id = r.fair_id
    left join sites i on i.id = r.site_id
    left join users g on r.granted_by = 'user:' || g.id
    left join users e on r.revoked_by = 'user:' || e.id
    where r.user_id = ? order by r.granted_at desc, r.id desc`,
    [userId]
  )
  return rows
}

/** For which a right may be given alone: those that are not over. */
async function fairsAhead(at: DateTime): Promise<{ id: number; name: string; startsAt: Date }[]> {
  return db
    .from('fairs')
    .where('ends_at', '>', at.minus({ days: 1 }).toJSDate())
    .orderBy('starts_at')
    .limit(200)
    .select('id', 'name', 'starts_at as startsAt')
}
