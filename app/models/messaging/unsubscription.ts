import { modesOf } from '#config/notifications'
import { type Choice, type Settings, changePreferences, preferencesOf } from '#models/messaging/preferences'
import type { Act } from '#models/mixins/act'
import type { Unsubscription } from '#models/mixins/unsubscribing'

/** What stopping these mails comes to: never again, all in a digest (what matters is never silenced), or fewer digests. */
export type Effect = 'off' | 'digest' | 'weekly'

export function effectOf({ kind }: Unsubscription): Effect {
  if (kind === 'digest') return 'weekly'
  return modesOf(kind, 'email').includes('off') ? 'off' : 'digest'
}

export async function isUnsubscribed({ userId, kind }: Unsubscription): Promise<boolean> {
  const { digest, modeOf } = await preferencesOf(userId)
  if (kind === 'digest') return digest === 'weekly'
  const mode = modeOf(kind, 'email')
  return mode === 'off' || mode === effectOf({ userId, kind })
}

/** Twice is once; what was already stopped altogether stays so. */
export async function unsubscribe(which: Unsubscription, act: Act) {
  if (await isUnsubscribed(which)) return
  const [settings, choices] = changesFor(which)
  await changePreferences(which.userId, settings, choices, { ...act, by: { ...act.by, kind: 'user', id: which.userId } })
}

function changesFor(which: Unsubscription): [Partial<Settings>, Choice[]] {
  const effect = effectOf(which)
  if (which.kind === 'digest' || effect === 'weekly') return [{ digest: 'weekly' }, []]
  return [{}, [{ kind: which.kind, channel: 'email', mode: effect }]]
}
