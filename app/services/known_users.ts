/*
 * Who asks for the parts of pages that refetch themselves, all day, and at which fair: kept for some seconds, as their stream is kept
 * open, and forgotten with what ends that stream, or tells it that the fair itself has changed. A whole page, and whatever changes
 * something, asks the database.
 */
import { type Lost, onEnd, onSignal } from '#models/mixins/live'
import type { HeldLink } from '#models/accounts/viewer'
import { Kept } from '#services/kept'

/** A sign-in with its user and their rights, as the database has them. */
export type Row = Record<string, unknown> & { id: number }

/** A session, as the database has it. */
export interface StoredSession {
  data: string
  expires_at: Date
}

/** How long each is kept (ms): what ends or changes it is told to every process. */
export const signIns = new Kept<number, Row>(30_000)
/** Secret links that sessions hold. */
export const links = new Kept<number, HeldLink>(30_000)
/** Shorter: what another process writes into one is not told. */
export const sessions = new Kept<string, StoredSession>(10_000)

/** A fair, as the database has it, by its slug. */
export const fairs = new Kept<string, Record<string, unknown>>(30_000)

/** Somebody’s right is no more, or has changed. */
export function forgetWho({ signIn, user, link }: Lost) {
  if (signIn !== undefined) signIns.forget(signIn)
  if (link !== undefined) links.forget(link)
  // Rare, and there are few: all of them are asked again.
  if (user !== undefined) signIns.clear()
}

/** There are few: when one of them changes, its slug too, all of them are asked again. */
export function forgetFairs(channels: Iterable<string>) {
  for (const channel of channels) if (/^fairs\/\d+$/.test(channel)) return fairs.clear()
}

/** What was said meanwhile was not heard. */
export function forgetAll() {
  signIns.clear()
  links.clear()
  sessions.clear()
  fairs.clear()
}

onEnd(forgetWho)
onSignal(forgetFairs)
