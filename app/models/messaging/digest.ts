import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Locale } from '#config/instance'
import type { KindName } from '#config/notifications'
import type { Act } from '#models/mixins/act'
import { type Letter, deliver } from '#models/mixins/delivering'
import { sentenceOf } from '#models/mixins/telling'
import { unsubscribePath } from '#models/mixins/unsubscribing'
import { settings } from '#services/settings'

/** People of one transaction. */
const BATCH = 200

/** A mail is read, not scrolled: the rest is counted, and in the list. */
const LINES = 20

/** One that could not leave in this time is no news any more. */
const LASTS = { hours: 20 }

interface Waiting {
  userId: number
  kind: KindName
  params: Record<string, string | number>
  path: string
}

interface Reader {
  id: number
  email: string
  name: string
  locale: Locale | null
}

/** One mail to each person whose digest is due, with what they have not read meanwhile and is still true. */
export async function sendDigests(act: Act) {
  for (;;) {
    const due = db.from('notifications').where('digest_at', '<=', act.at.toJSDate())
    const people: { user_id: number }[] = await due.distinct('user_id').orderBy('user_id').limit(BATCH)
    if (people.length === 0) return
    const ids = people.map(({ user_id }) => user_id)
    await db.transaction((trx) => sendTo(trx, act, ids))
  }
}

async function sendTo(trx: TransactionClientContract, act: Act, ids: number[]) {
  const waiting = Map.groupBy(await take(trx, act, ids), ({ userId }) => userId)
  const readers: Reader[] = await trx
    .from('users')
    .whereIn('id', [...waiting.keys()])
    .whereNotNull('email_verified_at')
    .select('id', 'email', 'given_name as name', 'locale')
  await deliver(
    trx,
    act,
    readers.map((reader) => digestFor(reader, waiting.get(reader.id)!, act))
  )
}

/** Whoever takes them is the one who tells them. */
async function take(trx: TransactionClientContract, { at }: Act, ids: number[]): Promise<Waiting[]> {
  const { rows } = await trx.rawQuery(
    `with taken as (
      update notifications set digest_at = null where user_id = any(:ids) and digest_at <= :at returning *
    )
    select user_id as "userId", kind, params, path from taken
    where read_at is null and (expires_at is null or expires_at > :at)
    order by created_at desc`,
    { ids: ids as never, at: at.toJSDate() }
  )
  return rows
}

function digestFor({ id, email, name, locale }: Reader, waiting: Waiting[], { at }: Act): Letter {
  const lang = locale ?? settings().locales[0]
  const lines = waiting.slice(0, LINES).map(({ kind, params, path }) => ({ sentence: sentenceOf(kind, params, lang), path }))
  return {
    channel: 'email',
    userId: id,
    address: email,
    locale: lang,
    template: 'messaging/digest',
    params: { name, count: waiting.length, lines: JSON.stringify(lines) },
    secrets: { unsubscribe: unsubscribePath({ userId: id, kind: 'digest' }) },
    expiresAt: at.plus(LASTS),
  }
}
