import { RoleSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import User from '#models/accounts/user'
import { Tracked } from '#models/mixins/tracked'

export const ROLES = ['candidate', 'recruiter', 'provider', 'operator', 'organiser', 'moderator', 'admin'] as const
export type RoleName = (typeof ROLES)[number]

/** Roles of those who work for the instance: granted, never chosen, and never remembered by a browser. */
export const STAFF = ['operator', 'organiser', 'moderator', 'admin'] as const satisfies RoleName[]

/** A right as the rest of the application asks for it. */
export interface Grant {
  role: RoleName
  fairId: number | null
  siteId: number | null
}

/** A right granted to a user; it is taken back, never deleted. */
export default class Role extends compose(RoleSchema, Tracked) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>
}
