import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export type Status = 'available' | 'interviewing' | 'paused'

/** What an attendee is doing, as it follows from the open rows. */
export interface Presence {
  status: Status
  interview: { id: number; standId: number; stand: string; startedAt: Date } | null
  pause: { reason: 'chosen' | 'passed' | 'override'; startedAt: Date } | null
}

/** One row an attendee `a`. */
export const presences = `
  select a.id as "attendeeId", a.fair_id as "fairId", a.user_id as "userId",
    i.id as "insideId", i.stand_id as "insideStandId", s.name as "insideStand", i.started_at as "interviewSince",
    p.reason as "pauseReason", p.started_at as "pausedAt",
    exists (select 1 from fair_openings o where o.fair_id = a.fair_id and o.ended_at is null) as "openNow"
  from attendees a
  left join interviews i on i.attendee_id = a.id and i.ended_at is null
  left join stands s on s.id = i.stand_id
  left join attendee_pauses p on p.attendee_id = a.id and p.ended_at is null`

export interface PresenceRow {
  attendeeId: number
  fairId: number
  userId: number | null
  insideId: number | null
  insideStandId: number
  insideStand: string
  interviewSince: Date
  pauseReason: 'chosen' | 'passed' | 'override' | null
  pausedAt: Date
  openNow: boolean
}

export function presenceIn(row: PresenceRow): Presence {
  return {
    status: row.insideId ? 'interviewing' : row.pauseReason ? 'paused' : 'available',
    interview: row.insideId
      ? { id: row.insideId, standId: row.insideStandId, stand: row.insideStand, startedAt: row.interviewSince }
      : null,
    pause: row.pauseReason ? { reason: row.pauseReason, startedAt: row.pausedAt } : null,
  }
}

/** What this attendee is doing now. */
export async function presenceOf(client: QueryClientContract, attendeeId: number): Promise<Presence> {
  const { rows } = await client.rawQuery(`${presences} where a.id = :id`, { id: attendeeId })
  return presenceIn(rows[0])
}
