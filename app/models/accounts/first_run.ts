import { createHash, randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { type Registration, createUser } from '#models/accounts/registration'
import Role from '#models/accounts/role'
import SecretLink from '#models/accounts/secret_link'
import { type Act, authorOf, within } from '#models/mixins/act'

const TOKEN_BYTES = 24

/** Long enough for whoever installs to come back after a weekend; each start prints one that works. */
const KEPT = { days: 7 }

/**
 * While nobody administers, whoever reads the console may make the first administrator. Every process that starts says
 * the same link.
 * @returns its local address, or null when there is an administrator
 */
export async function firstRunPath(act: Act) {
  return within(act, async (trx) => {
    // One process after the other: the second says what the first has drawn.
    await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('first_run'))`)
    if (await isAdministered(trx)) return null
    const token = (await currentToken(trx, act)) ?? (await draw(trx, act))
    return `/admin/first-run/${token}`
  })
}

/** The link that this token opens, if it makes an administrator. */
export async function firstRunOf(token: string, at: DateTime) {
  const link = await SecretLink.opened(token, at)
  return link?.purpose === 'first_run' && !(await isAdministered()) ? link : null
}

/**
 * The first administrator. Of two that press at once, the second finds the link used.
 * @returns null when there is an administrator already
 */
export async function makeFirstAdmin(link: SecretLink, registration: Registration, act: Act) {
  return within(act, async (trx) => {
    const open = await SecretLink.query({ client: trx }).where('id', link.id).whereNull('revoked_at').forUpdate().first()
    if (!open || (await isAdministered(trx))) return null
    const vouched = { ...registration, emailVerifiedAt: act.at }
    return createUser(vouched, { ...act, trx }, (user, own) => user.grant({ role: 'admin' }, own))
  })
}

async function isAdministered(client?: TransactionClientContract) {
  return (await Role.query({ client }).where('role', 'admin').whereNull('revoked_at').first()) !== null
}

/** The present token, unless it is too old or was encrypted with a key that is lost. */
async function currentToken(trx: TransactionClientContract, { at }: Act) {
  const link = await SecretLink.query({ client: trx }).where('purpose', 'first_run').whereNull('revoked_at').first()
  return link && link.expiresAt > at.plus({ days: 1 }) ? link.token : null
}

async function draw(trx: TransactionClientContract, { at, by }: Act) {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await trx
    .from('secret_links')
    .where('purpose', 'first_run')
    .whereNull('revoked_at')
    .update({ revoked_at: at.toJSDate(), revoked_by: authorOf(by) })
  await SecretLink.create(
    {
      purpose: 'first_run',
      tokenHash: createHash('sha256').update(token).digest(),
      tokenEncrypted: encryption.encrypt(token),
      createdAt: at,
      createdBy: authorOf(by),
      expiresAt: at.plus(KEPT),
    },
    { client: trx }
  )
  return token
}
