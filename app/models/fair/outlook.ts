import db from '@adonisjs/lucid/services/db'
import type { Viewer } from '#models/accounts/viewer'
import type Fair from '#models/fair/fair'
import type { Wait } from '#models/fair/pace'
import { type Place, obstacle, waitAt } from '#models/fair/place'
import { places } from '#models/fair/places'
import { type Presence, type PresenceRow, presenceIn, presences } from '#models/fair/presence'
import { gathered } from '#services/gathered'

export interface SeenPlace extends Place {
  reason: ReturnType<typeof obstacle>
  wait: Wait | null
}

/** What an attendee sees of the fair: status, queues, reasons. */
export interface Outlook {
  /** whether the fair is */
  open: boolean
  attendeeId: number
  /** whether an organiser's word may stand for them, to several or to them alone: it is seldom so, and need not be asked for */
  announced: boolean
  presence: Presence
  /** where they may start now */
  calls: SeenPlace[]
  /** where they wait, the fewest people ahead first */
  waiting: SeenPlace[]
  /** the most recent first */
  passed: SeenPlace[]
  /** what the page listens to */
  channels: string[]
  /** those of them whose news can wait: the turn is far there */
  calm: string[]
}

/** Queues that a page follows, the nearest turns first; the others it sees at each change of those, and at its own. */
const MOST_QUEUES = 60

/** What this browser sees of the fair, by the account of whoever is signed in, else by the link that it keeps. */
export async function outlookFor(fair: Fair, viewer: Viewer): Promise<Outlook | null> {
  const guest = viewer.guestAt(fair.id)
  const own = viewer.user && (await ofUser({ fairId: fair.id, userId: viewer.user.id }))
  return own ?? (guest ? outlookOf(guest.attendeeId) : null)
}

/** Fewer people ahead than this, and what moves is shown at once. */
const NEAR = 10

const queueOf = ({ standId }: Place) => `stands/${standId}/queue`

/** Null for somebody who is not at the fair. */
export const outlookOf = gathered(
  (attendees: number[]) => ask('a.id = any(:attendees::bigint[])', { attendees }, (row) => row.attendeeId),
  { patient: true }
)

const ofUser = gathered(
  (who: { fairId: number; userId: number }[]) =>
    ask(
      '(a.fair_id, a.user_id) in (select * from unnest(:fairs::bigint[], :users::bigint[]))',
      { fairs: who.map(({ fairId }) => fairId), users: who.map(({ userId }) => userId) },
      nameOf
    ),
  { nameOf, patient: true }
)

function nameOf({ fairId, userId }: { fairId: number; userId: number | null }) {
  return `${fairId} ${userId}`
}

type Row = PresenceRow & Place & { announced: boolean }

/**
 * In one question. `offset 0` keeps the places apart: PostgreSQL, which may not know yet how many there are, would look at
 * those of everybody at every fair, and keep this person's.
 */
async function ask(which: string, values: Record<string, number[]>, key: (row: Row) => string | number) {
  const now = new Date()
  const { rows } = await db.connection().rawQuery<{ rows: Row[] }>(
    `select *, exists (
      select 1 from announcements n
      where n.fair_id = "fairId" and n.attendee_id is null and n.expires_at > :now and n.withdrawn_at is null
    ) or exists (
      select 1 from announcements n
      where n.attendee_id = "attendeeId" and n.read_at is null and n.expires_at > :now and n.withdrawn_at is null
    ) as announced from (${presences} where ${which}) presence
    left join lateral (${places('presence."attendeeId"')} offset 0) place on true
    order by "completedAt" desc nulls first, "calledAt" nulls last, ahead, "entryId"`,
    { ...(values as Record<string, never>), now }
  )
  const own = Map.groupBy(rows, key)
  return new Map([...own].map(([name, those]) => [String(name), outlookIn(those, now)]))
}

/** @param rows of one attendee, in order */
function outlookIn(rows: Row[], now: Date): Outlook {
  const [first] = rows
  const presence = presenceIn(first)
  const seen = rows
    .filter(({ entryId }) => entryId)
    .map((place) => ({ ...place, reason: obstacle(place, presence), wait: waitAt(place, now) }))
  const open = seen.filter((place) => !place.completedAt)
  return {
    open: first.openNow,
    attendeeId: first.attendeeId,
    announced: first.announced,
    presence,
    calls: open.filter((place) => !place.reason),
    waiting: open.filter((place) => place.reason && place.reason.code !== 'inside'),
    passed: seen.filter((place) => place.completedAt),
    channels: [`attendees/${first.attendeeId}`, `fairs/${first.fairId}`, ...open.slice(0, MOST_QUEUES).map(queueOf)],
    calm: open.filter((place) => place.ahead >= NEAR && !place.callId).map(queueOf),
  }
}
