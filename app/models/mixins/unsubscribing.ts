import encryption from '@adonisjs/core/services/encryption'
import type { KindName } from '#config/notifications'

const PURPOSE = 'unsubscription'

/** Which mails of whom: those of one kind of news, or the digests. */
export interface Unsubscription {
  userId: number
  kind: KindName | 'digest'
}

/** A local path that stands for the person, and only lets fewer mails come: signed with the key, so that nothing is kept. */
export function unsubscribePath({ userId, kind }: Unsubscription) {
  return `/messages/unsubscriptions/${encryption.getMessageVerifier().sign([userId, kind], undefined, PURPOSE)}`
}

/** @returns null when the token is not one of ours */
export function readUnsubscription(token: string): Unsubscription | null {
  const [userId, kind] = encryption.getMessageVerifier().unsign<[number, Unsubscription['kind']]>(token, PURPOSE) ?? []
  return userId && kind ? { userId, kind } : null
}
