/*
 * Rate limits. The key is the account, the code or the link: a whole fair shares one address, so an address only
 * counts against a machine that tries everything.
 */
import limiter from '@adonisjs/limiter/services/main'
import { Refusal } from '#exceptions/refusal'

const perAccount = limiter.use({ requests: 10, duration: '15 mins', blockDuration: '15 mins' })
const perAddress = limiter.use({ requests: 1000, duration: '15 mins' })

/**
 * Counts what failed, never what succeeded: 3,000 people who sign in behind one address are nobody's attack.
 * @throws {Refusal} accounts.refusals.too_many, 429
 */
export async function signInAttempts<T>(account: string, address: string, attempt: () => Promise<T | null>): Promise<T | null> {
  const keys = { account: `sign_in:${account.trim().toLowerCase()}`, address: `sign_in_from:${address}` }
  if ((await perAccount.isBlocked(keys.account)) || (await perAddress.isBlocked(keys.address)))
    throw tooMany(await perAccount.availableIn(keys.account))
  const result = await attempt()
  if (result) {
    await perAccount.delete(keys.account)
    return result
  }
  await Promise.all([perAccount.increment(keys.account), perAddress.increment(keys.address)])
  return null
}

/** How often one link, account or address may do something that costs. @throws {Refusal} accounts.refusals.too_many, 429 */
export async function allow(what: keyof typeof LIMITS, key: string | number) {
  const allowed = await LIMITS[what].attempt(`${what}:${key}`, () => true)
  if (!allowed) throw tooMany(60)
}

const LIMITS = {
  /** accounts made from one address: a class that registers together must pass */
  registration: limiter.use({ requests: 300, duration: '1 hour' }),
  /** tokens tried from one address: a guess has 2^192 to choose from, this only spares the database */
  link: limiter.use({ requests: 120, duration: '1 min' }),
  /** joins of one person: the fair has a hundred stands at most */
  join: limiter.use({ requests: 120, duration: '1 min' }),
}

function tooMany(seconds: number) {
  return new Refusal('accounts.refusals.too_many', { minutes: Math.max(1, Math.ceil(seconds / 60)) }, { status: 429, retryAfter: seconds })
}
