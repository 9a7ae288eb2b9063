/*
 * Rate limits. The key is the account, the code or the link: a whole fair shares one address, so an address only
 * counts against a machine that tries everything.
 */
import { createHash } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { Refusal } from '#exceptions/refusal'

const perAccount = limiter.use({ requests: 10, duration: '15 mins' })
const perAddress = limiter.use({ requests: 1000, duration: '15 mins' })

/**
 * Counts what failed, never what succeeded: 3,000 people who sign in behind one address are nobody's attack. The
 * account is counted before the attempt, so that guesses sent side by side all count.
 * @throws {Refusal} accounts.refusals.too_many, 429
 */
export async function signInAttempts<T>(account: string, address: string, attempt: () => Promise<T | null>): Promise<T | null> {
  const keys = { account: `sign_in:${digest(account.trim().toLowerCase())}`, address: `sign_in_from:${address}` }
  const failures = await perAddress.get(keys.address)
  if (failures && failures.consumed >= failures.limit) throw tooMany(failures.availableIn)
  const { consumed, limit, availableIn } = await perAccount.increment(keys.account)
  if (consumed > limit) throw tooMany(availableIn)
  const result = await attempt()
  if (result) await perAccount.delete(keys.account)
  else await perAddress.increment(keys.address)
  return result
}

/** How often one link, account or address may do something that costs. @throws {Refusal} accounts.refusals.too_many, 429 */
export async function allow(what: keyof typeof LIMITS, key: string | number) {
  const { consumed, limit, availableIn } = await LIMITS[what].increment(`${what}:${key}`)
  if (consumed > limit) throw tooMany(availableIn)
}

const LIMITS = {
  /** accounts asked for from one address: a whole fair that registers at the door must pass */
  registration: limiter.use({ requests: 3000, duration: '1 hour' }),
  /** links tried in vain from one address: a guess has 2^192 to choose from, this only tells a machine to stop */
  link: limiter.use({ requests: 120, duration: '1 min' }),
  /** joins of one person: the fair has a hundred stands at most */
  join: limiter.use({ requests: 120, duration: '1 min' }),
}

/** A key of the limiter holds 255 characters, and what somebody types may be longer. */
function digest(text: string) {
  return createHash('sha256').update(text).digest('base64url')
}

function tooMany(seconds: number) {
  const wait = Math.max(1, seconds)
  return new Refusal('accounts.refusals.too_many', { minutes: Math.ceil(wait / 60) }, { status: 429, retryAfter: wait })
}
