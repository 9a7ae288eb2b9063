/*
 * Rate limits. The key is the account, the code or the link: a whole fair shares one address, so an address alone only
 * counts against a machine that tries everything.
 */
import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import limiter from '@adonisjs/limiter/services/main'
import { Refusal } from '#exceptions/refusal'
import { settings } from '#services/settings'

const perDoor = () => limiter.use({ requests: settings().limits.signInTries, duration: '15 mins' })
const perAddress = () => limiter.use({ requests: settings().limits.addressTries, duration: '15 mins' })
const perAccount = () => limiter.use({ requests: settings().limits.signInTries * 2, duration: '24 hours' })

/** How long two guesses at one account from anywhere are kept apart (seconds): in the end, a hundred a day. */
const PAUSES = [2, 4, 8, 16, 32, 64, 128, 256, 512, 900].map((duration) => limiter.use({ requests: 1, duration }))

export interface Attempt {
  /** the number of the user, or what was typed when it names nobody */
  account: string | number
  address: string
  /** the secret of a browser in which this account was entered before */
  knownDevice?: string
}

/**
 * Counts what failed, never what succeeded: 3,000 people who sign in behind one address are nobody's attack. Whoever
 * guesses at an account locks neither its owner at another address nor, at whatever address, the devices that the owner
 * has used: each has a count of its own (OWASP, "device cookies"). Guesses from everywhere are only slowed down, from the
 * twentieth of a day on by twice as long each time. What is counted is counted before the attempt, so that guesses sent
 * side by side all count.
 * @throws {Refusal} accounts.refusals.too_many, 429
 */
export async function signInAttempts<T>(attempt: Attempt, work: () => Promise<T | null>): Promise<T | null> {
  const { knownDevice } = attempt
  const account = digest(JSON.stringify(attempt.account))
  const network = networkOf(attempt.address)
  const door = `sign_in:${account}:${knownDevice ? digest(knownDevice) : network}`
  if (!knownDevice) await refuseMachine(network)
  const { consumed, limit, availableIn } = await perDoor().increment(door)
  if (consumed > limit) throw tooMany(availableIn)
  if (!knownDevice) await slowDown(account)
  const result = await work()
  if (result) await Promise.all([perDoor().delete(door), knownDevice || perAccount().delete(`sign_in_to:${account}`)])
  else if (!knownDevice) await perAddress().increment(`sign_in_from:${network}`)
  return result
}

/** One that tries everything from one place is told to stop, whatever the account. */
async function refuseMachine(network: string) {
  const failures = await perAddress().get(`sign_in_from:${network}`)
  if (failures && failures.consumed >= failures.limit) throw tooMany(failures.availableIn)
}

/** However many addresses they come from. What is refused here is no guess, so it makes the pause no longer. */
async function slowDown(account: string) {
  const { consumed, limit } = await perAccount().increment(`sign_in_to:${account}`)
  if (consumed <= limit) return
  const pause = PAUSES[Math.min(consumed - limit, PAUSES.length) - 1]
  const turn = await pause.increment(`sign_in_pause:${account}`)
  if (turn.consumed === 1) return
  await perAccount().decrement(`sign_in_to:${account}`)
  throw tooMany(turn.availableIn)
}

/** How often one link, account or address may do something that costs. @throws {Refusal} accounts.refusals.too_many, 429 */
export async function allow(what: keyof typeof LIMITS, key: string | number) {
  const { consumed, limit, availableIn } = await LIMITS[what]().increment(`${what}:${key}`)
  if (consumed > limit) throw tooMany(availableIn)
}

/**
 * Opens a link by its secret: only what opens nothing is counted, since many who hold good ones share an address.
 * @throws {Refusal} accounts.refusals.too_many, 429
 */
export async function guesses<T>(address: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) await allow('link', address)
    throw error
  }
}

const LIMITS = {
  registration: () => limiter.use({ requests: settings().limits.registrations, duration: '1 hour' }),
  link: () => limiter.use({ requests: settings().limits.linkTries, duration: '1 min' }),
  join: () => limiter.use({ requests: settings().limits.joins, duration: '1 min' }),
  /** people who come from one address to one fair with a name only: its own network is one address */
  guest: () => limiter.use({ requests: settings().limits.registrations, duration: '1 hour' }),
  /** browsers and codes with which one address would become the station of a poste */
  pairing: () => limiter.use({ requests: 30, duration: '15 mins' }),
  /** organisations of one person: each is read by a moderator */
  organisation: () => limiter.use({ requests: 10, duration: '1 hour' }),
  /** requests of one person to join: each is mailed to the owners */
  membership: () => limiter.use({ requests: 20, duration: '1 hour' }),
  /** files of one person to be brought in: each is kept for a day */
  import: () => limiter.use({ requests: 60, duration: '1 hour' }),
  /** mails about an account that one address asks for without being signed in; how many one account gets is a rule of its own */
  letter: () => limiter.use({ requests: 600, duration: '1 hour' }),
  /** usernames that one person tries: which ones are taken is not for a machine to list */
  username: () => limiter.use({ requests: 20, duration: '1 hour' }),
  /** what an organiser says: each may be pushed to a whole fair */
  announcement: () => limiter.use({ requests: 60, duration: '1 hour' }),
  /** files that one person hands in: each is read, looked at and perhaps drawn again */
  upload: () => limiter.use({ requests: 120, duration: '1 hour' }),
}

// Each is made once for what it allows, with the connection of that moment: here, the real one.
for (const limit of [perDoor, perAddress, perAccount, ...Object.values(LIMITS)]) limit()

/** The network of an IPv6 address belongs to one person, who has all of its addresses. */
export function networkOf(address: string) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0]
  if (isIP(plain) !== 6) return plain
  const [head, tail] = plain.split('::').map((half) => (half ? half.split(':') : []))
  const groups = tail ? [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail] : head
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}

/** A key of the limiter holds 255 characters, and what somebody types may be longer. */
function digest(text: string) {
  return createHash('sha256').update(text).digest('base64url')
}

function tooMany(seconds: number) {
  const wait = Math.max(1, seconds)
  return new Refusal('accounts.refusals.too_many', { minutes: Math.ceil(wait / 60) }, { status: 429, retryAfter: wait })
}
