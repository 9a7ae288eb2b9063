import db from '@adonisjs/lucid/services/db'
import { Browser } from './browsers.js'

export interface Person {
  id: number
  browser: Browser
}

/** Candidates who have signed in. */
export async function candidates(count: number): Promise<Person[]> {
  const { rows } = await db.rawQuery(
    `with people as (
      insert into users (email, password, given_name, family_name, created_at, updated_at)
      select gen_random_uuid() || '@bench.example', 'nobody signs in with it', 'Camille', 'Bernard ' || n, now(), now()
      from generate_series(1, :count) n returning id
    ), held as (
      insert into roles (user_id, role, granted_at, granted_by) select id, 'candidate', now(), 'system' from people
    )
    insert into sign_ins (user_id, started_at, last_seen_at, expires_at)
    select id, now(), now(), now() + interval '1 day' from people returning id, user_id`,
    { count }
  )
  return Promise.all(
    rows.map(async (row: { id: number; user_id: number }) => ({ id: row.user_id, browser: await Browser.open({ auth_web: row.id }) }))
  )
}
