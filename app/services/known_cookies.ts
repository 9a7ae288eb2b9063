/* Cookies of sessions that were verified before: a page sends the same one all day, and the signature takes longer than the rest. */
import type encryption from '@adonisjs/core/services/encryption'

type Verifier = ReturnType<typeof encryption.getMessageVerifier>

/** The most that are known at a time. */
const MOST = 10_000

/**
 * Verifies each signed text of this purpose once. Only what carries its signature is known again, by the whole text, and nothing of
 * this purpose is signed for a time.
 */
export function rememberVerified(verifier: Verifier, purpose: string) {
  const known = new Map<string, unknown>()
  const unsign = verifier.unsign.bind(verifier)
  verifier.unsign = <T>(text: string, asked?: string): T | null => {
    if (asked !== purpose) return unsign<T>(text, asked)
    if (known.has(text)) return known.get(text) as T
    const value = unsign<T>(text, asked)
    if (value === null) return null
    if (known.size >= MOST) known.delete(known.keys().next().value!)
    known.set(text, value)
    return value
  }
}
