import { webcrypto } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { KIND, type Lease, seal, unseal } from '#services/lease_signature'
import { Remembered } from '#services/remembered'

interface Keys {
  publicKey: string
  privateKey: webcrypto.CryptoKey
}

const { subtle } = webcrypto

const keys = new Remembered<Keys | null>('lease_keys', null, readKeys)

/** With which a station verifies what we signed (SPKI, base64url). */
export function leaseKey() {
  return keys.value?.publicKey ?? ''
}

/** Draws the pair at the first start, in the database: every process signs with the same. */
export async function prepareLeaseKeys() {
  await db.transaction(async (trx) => {
    await trx.knexRawQuery('lock table lease_keys in exclusive mode')
    const row = await trx.from('lease_keys').first()
    if (row && encryption.decrypt(row.private_key_encrypted)) return
    if (row) {
      logger.warn('APP_KEY has changed: the key of the leases is drawn again, and stations ask for new ones')
      await trx.from('lease_keys').delete()
    }
    const pair = await subtle.generateKey(KIND, true, ['sign', 'verify'])
    const [publicKey, privateKey] = await Promise.all([
      subtle.exportKey('spki', pair.publicKey),
      subtle.exportKey('pkcs8', pair.privateKey),
    ])
    await trx
      .insertQuery()
      .table('lease_keys')
      .insert({
        public_key: textOf(publicKey),
        private_key_encrypted: encryption.encrypt(textOf(privateKey)),
        created_at: new Date(),
      })
  })
  await keys.refresh()
}

export function signLease(lease: Lease): Promise<string> {
  return seal(lease, keys.value!.privateKey)
}

/** What was signed, or null for what was not signed here. */
export function readLease(signed: string): Promise<Lease | null> {
  return unseal(signed, leaseKey())
}

function textOf(bytes: ArrayBuffer) {
  return Buffer.from(bytes).toString('base64url')
}

async function readKeys(): Promise<Keys | null> {
  const row = await db.from('lease_keys').first()
  const secret = row && encryption.decrypt<string>(row.private_key_encrypted)
  if (!secret) return null
  return {
    publicKey: row.public_key,
    privateKey: await subtle.importKey('pkcs8', Buffer.from(secret, 'base64url'), KIND, false, ['sign']),
  }
}
