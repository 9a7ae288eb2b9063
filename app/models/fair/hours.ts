import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { settings } from '#services/settings'

/** How many interviews ended in an hour of the instance's zone. */
export interface Hour {
  at: Date
  count: number
}

/**
 * Completed entries by the hour of their end, as the figure "interviews" counts them: their sum is that figure. Hours without any are
 * there too, from the first to the last of each day.
 * @param since only those from then on
 */
export async function interviewsByHour(fairId: number, since?: DateTime): Promise<Hour[]> {
  const { zone } = settings()
  const { rows } = await db.rawQuery(
    `select to_char(date_trunc('hour', e.completed_at at time zone :zone), 'YYYY-MM-DD"T"HH24') as hour, count(*)
    from stands s join queue_entries e on e.stand_id = s.id and e.completed_at >= :since
    where s.fair_id = :fair group by 1 order by 1`,
    { fair: fairId, zone, since: (since ?? DateTime.fromMillis(0)).toJSDate() }
  )
  const counted = rows.map(({ hour, count }: { hour: string; count: number }) => ({ at: DateTime.fromISO(hour, { zone }), count }))
  return counted.flatMap((one: { at: DateTime; count: number }, i: number) => [...gap(counted[i - 1]?.at, one.at), one]).map(asHour)
}

/** Those of the instance's day. */
export function interviewsToday(fairId: number, at: DateTime): Promise<Hour[]> {
  return interviewsByHour(fairId, at.setZone(settings().zone).startOf('day'))
}

/** The hours between two, on the same day. */
function gap(before: DateTime | undefined, next: DateTime) {
  if (!before?.hasSame(next, 'day')) return []
  const empty: { at: DateTime; count: number }[] = []
  for (let at = before.plus({ hours: 1 }); at < next; at = at.plus({ hours: 1 })) empty.push({ at, count: 0 })
  return empty
}

function asHour({ at, count }: { at: DateTime; count: number }): Hour {
  return { at: at.toJSDate(), count }
}
