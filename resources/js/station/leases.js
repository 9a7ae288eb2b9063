/* What the server signed: until when the time runs here, whatever happens to it meanwhile. */
const KEY = 'tremplin-station-lease'
const KIND = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' }

/**
 * @param key SPKI, in base64url
 * @returns { session, poste, sequence, issuedAt, endsAt, granted }, or null for what nobody signed
 */
export async function read(signed, key) {
  const [payload, signature] = (signed ?? '').split('.')
  if (!payload || !signature || !key) return null
  // Over plain http a browser lends no cryptography: then it is the server's word of each moment that counts.
  if (!crypto.subtle) return null
  const imported = await crypto.subtle.importKey('spki', bytes(key), KIND, false, ['verify'])
  const genuine = await crypto.subtle.verify(SIGNATURE, imported, bytes(signature), new TextEncoder().encode(payload))
  return genuine ? JSON.parse(new TextDecoder().decode(bytes(payload))) : null
}

/** An older one of the same session never comes back. */
export async function keep(signed, key) {
  const [lease, kept] = [await read(signed, key), await stored()]
  if (!lease || (kept?.lease.session === lease.session && kept.lease.sequence > lease.sequence)) return
  localStorage.setItem(KEY, JSON.stringify({ signed, key }))
}

/** The one that a kept page came with, where somebody has touched what is stored; what was dropped is over, and never comes back. */
export async function mend(signed, key) {
  if (localStorage.getItem(KEY) !== null && !(await stored())) await keep(signed, key)
}

export function drop() {
  localStorage.removeItem(KEY)
}

/** The lease that this computer holds, with its signature; null without one, or when somebody has touched it. */
export async function stored() {
  try {
    const { signed, key } = JSON.parse(localStorage.getItem(KEY)) ?? {}
    const lease = await read(signed, key)
    return lease && { lease, signed }
  } catch {
    return null
  }
}

function bytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
}
