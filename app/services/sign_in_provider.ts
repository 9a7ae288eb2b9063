import { symbols } from '@adonisjs/auth'
import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Grant } from '#models/accounts/role'
import SignIn from '#models/accounts/sign_in'
import User from '#models/accounts/user'
import { gathered } from '#services/gathered'
import { type Row, signIns } from '#services/known_users'

/**
 * What the session cookie leads to is a sign-in, not a user: one that was ended, anywhere, opens nothing more.
 * One query brings the sign-in, its user and their rights.
 */
export class SignInProvider implements SessionUserProviderContract<User> {
  declare [symbols.PROVIDER_REAL_USER]: User

  async createUserForGuard(user: User): Promise<SessionGuardUser<User>> {
    return { getId: () => user.signIn!.id, getOriginal: () => user }
  }

  async findById(signInId: number) {
    const row = await readSignIn(signInId)
    return row && this.createUserForGuard(userIn(row))
  }
}

/** Who is known by this sign-in, as of some seconds ago at most: for the parts of pages that refetch themselves. */
export async function knownUser(signInId: number): Promise<User | null> {
  const row = await signIns.get(signInId, () => readWatched(signInId))
  return row && userIn(row)
}

async function find(ids: number[]) {
  const [alive, instants] = SignIn.alive(DateTime.now())
  const { rows } = await db.connection().rawQuery<{ rows: (Row & { sign_in_id: number })[] }>(
    `select users.*, sign_ins.id as sign_in_id, sign_ins.started_at, sign_ins.last_seen_at, sign_ins.expires_at, sign_ins.remembered, (
      select coalesce(json_agg(json_build_object('role', role, 'fairId', fair_id, 'siteId', site_id)), '[]')
      from roles where roles.user_id = users.id and revoked_at is null
    ) as grants
    from sign_ins join users on users.id = sign_ins.user_id
    where sign_ins.id = any(?::bigint[]) and ${alive}
      and not exists (select 1 from user_blocks where user_blocks.user_id = users.id and user_blocks.ended_at is null)`,
    [ids as never, ...instants]
  )
  return new Map(rows.map((row) => [String(row.sign_in_id), row]))
}

const readSignIn = gathered(find)
const readWatched = gathered(find, { patient: true })

function userIn({ sign_in_id: id, started_at, last_seen_at, expires_at, remembered, grants, ...columns }: Row): User {
  const user = User.$createFromAdapterResult(columns)!
  user.signIn = SignIn.$createFromAdapterResult({ id, user_id: user.id, started_at, last_seen_at, expires_at, remembered })!
  user.grants = grants as Grant[]
  return user
}
