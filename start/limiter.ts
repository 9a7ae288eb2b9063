/*
 * Rate limits. The key is the account, the code or the link: a whole fair shares one address, so an address only
 * counts against a machine that tries everything.
 */
import { createHash } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { Refusal } from '#exceptions/refusal'
import { settings } from '#services/settings'

const perAccount = () => limiter.use({ requests: settings().limits.signInTries, duration: '15 mins' })
const perAddress = () => limiter.use({ requests: settings().limits.addressTries, duration: '15 mins' })

/**
 * Counts what failed, never what succeeded: 3,000 people who sign in behind one address are nobody's attack. The
 * account is counted before the attempt, so that guesses sent side by side all count.
 * @throws {Refusal} accounts.refusals.too_many, 429
 */
export async function signInAttempts<T>(account: string, address: string, attempt: () => Promise<T | null>): Promise<T | null> {
  const keys = { account: `sign_in:${digest(account.trim().toLowerCase())}`, address: `sign_in_from:${address}` }
  const failures = await perAddress().get(keys.address)
  if (failures && failures.consumed >= failures.limit) throw tooMany(failures.availableIn)
  const { consumed, limit, availableIn } = await perAccount().increment(keys.account)
  if (consumed > limit) throw tooMany(availableIn)
  const result = await attempt()
  if (result) await perAccount().delete(keys.account)
  else await perAddress().increment(keys.address)
  return result
}

/** How often one link, account or address may do something that costs. @throws {Refusal} accounts.refusals.too_many, 429 */
export async function allow(what: keyof typeof LIMITS, key: string | number) {
  const { consumed, limit, availableIn } = await LIMITS[what]().increment(`${what}:${key}`)
  if (consumed > limit) throw tooMany(availableIn)
}

const LIMITS = {
  registration: () => limiter.use({ requests: settings().limits.registrations, duration: '1 hour' }),
  link: () => limiter.use({ requests: settings().limits.linkTries, duration: '1 min' }),
  join: () => limiter.use({ requests: settings().limits.joins, duration: '1 min' }),
  /** files of one person to be brought in: each is kept for a day */
  import: () => limiter.use({ requests: 60, duration: '1 hour' }),
}

// Each is made once for what it allows, with the connection of that moment: here, the real one.
for (const limit of [perAccount, perAddress, ...Object.values(LIMITS)]) limit()

/** A key of the limiter holds 255 characters, and what somebody types may be longer. */
function digest(text: string) {
  return createHash('sha256').update(text).digest('base64url')
}

function tooMany(seconds: number) {
  const wait = Math.max(1, seconds)
  return new Refusal('accounts.refusals.too_many', { minutes: Math.ceil(wait / 60) }, { status: 429, retryAfter: wait })
}
