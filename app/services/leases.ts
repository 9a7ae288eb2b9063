import { webcrypto } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { Remembered } from '#services/remembered'

/** What a station counts down by itself, whatever happens to us meanwhile. */
export interface Lease {
  /** the poste session, and the poste on which it runs */
  session: number
  poste: number
  /** later ones of the same session replace it */
  sequence: number
  /** instants of our clock (ms) */
  issuedAt: number
  endsAt: number
  /** granted in all (s) */
  granted: number
}

interface Keys {
  publicKey: string
  privateKey: webcrypto.CryptoKey
}

const KIND = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const
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

/** `payload.signature`, each in base64url: nobody without the key makes another. */
export async function signLease(lease: Lease): Promise<string> {
  const payload = Buffer.from(JSON.stringify(lease)).toString('base64url')
  const signature = await subtle.sign(SIGNATURE, keys.value!.privateKey, Buffer.from(payload))
  return `${payload}.${textOf(signature)}`
}

/** What was signed, or null for what was not signed here. */
export async function readLease(signed: string): Promise<Lease | null> {
  const [payload, signature, more] = signed.split('.')
  if (!payload || !signature || more !== undefined || !keys.value) return null
  const key = await subtle.importKey('spki', Buffer.from(keys.value.publicKey, 'base64url'), KIND, false, ['verify'])
  const genuine = await subtle.verify(SIGNATURE, key, Buffer.from(signature, 'base64url'), Buffer.from(payload))
  return genuine ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Lease) : null
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
