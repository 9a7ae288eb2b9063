/* How a lease is written: shared by the server, which signs, and by the program beside a poste, which has neither database nor keys. */
import { webcrypto } from 'node:crypto'

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

export const KIND = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const
const { subtle } = webcrypto

/** `payload.signature`, each in base64url: nobody without the key makes another. */
export async function seal(lease: Lease, privateKey: webcrypto.CryptoKey): Promise<string> {
  const payload = Buffer.from(JSON.stringify(lease)).toString('base64url')
  const signature = await subtle.sign(SIGNATURE, privateKey, Buffer.from(payload))
  return `${payload}.${Buffer.from(signature).toString('base64url')}`
}

/** @param publicKey SPKI, in base64url. @returns null for what was not sealed with its other half */
export async function unseal(signed: string, publicKey: string): Promise<Lease | null> {
  const [payload, signature, more] = signed.split('.')
  if (!payload || !signature || more !== undefined || !publicKey) return null
  const key = await subtle.importKey('spki', Buffer.from(publicKey, 'base64url'), KIND, false, ['verify'])
  const genuine = await subtle.verify(SIGNATURE, key, Buffer.from(signature, 'base64url'), Buffer.from(payload))
  return genuine ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Lease) : null
}
