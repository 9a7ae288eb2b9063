import type { PosteEvent } from '#models/postes/events'

type Translate = (key: string, data?: Record<string, unknown>) => string

/** Whom a line tells of: a name, the number of a guest, or somebody. */
export function visitorOf({ visitor, guest }: Pick<PosteEvent, 'visitor' | 'guest'>, t: Translate, named = true) {
  if (guest !== null) return t('usage.guest', { number: String(guest).padStart(4, '0') })
  else return named && visitor ? visitor : t('usage.somebody')
}

/** What happened, in a sentence. @param named whether people are called by their names */
export function wordsOf(event: PosteEvent, t: Translate, named = true) {
  const { action, poste, from, changes } = event
  return t(`usage.actions.${action}`, {
    visitor: visitorOf(event, t, named),
    poste: poste ?? t('usage.some_poste'),
    from: from ?? t('usage.some_poste'),
    minutes: changes.minutes ?? minutesOf(changes.seconds),
    seconds: changes.seconds ?? 0,
    number: changes.number ?? 0,
    reason: changes.reason ?? '',
  })
}

/** Of so many seconds, when they are whole minutes; otherwise 0. */
function minutesOf(seconds: unknown) {
  return typeof seconds === 'number' && seconds % 60 === 0 ? seconds / 60 : 0
}

/** Who did it: a person of the desk, a station by the name of its poste, or the application itself. */
export function actorOf({ actor, actorKind }: PosteEvent, t: Translate, instance: string) {
  if (actorKind === 'station') return actor ? t('usage.events.station', { poste: actor }) : t('usage.some_poste')
  else return actor ?? (actorKind === 'system' ? instance : t('usage.somebody'))
}
