import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type Site from '#models/postes/site'
import { settings } from '#services/settings'

const DAYS = 14
/** Minutes that people stay of the hour that they are given. */
const STAYS = [25, 60, 40, 55, 0, 35]

/** Two weeks of sessions that are over, so that lists and figures have something to say. Written at once: there are too many to live. */
export async function seedPastSessions(site: Site, now: DateTime) {
  const [postes, people] = await Promise.all([site.related('postes').query().orderBy('id'), site.related('visitors').query().orderBy('id')])
  const past = openDays(now).flatMap((day) =>
    Array.from({ length: 3 + (day.day % 4) }, (_, n) => {
      const nth = day.day * 5 + n
      const stay = STAYS[nth % STAYS.length]
      const issued = day.set({ hour: 9 }).plus({ minutes: n * 85 + ((day.day * 7) % 40) })
      return { nth, stay, issued, posteId: postes[nth % 6].id, visitorId: people[nth % people.length].id }
    })
  )
  const sessions: { id: number }[] = await db
    .table('poste_sessions')
    .returning('id')
    .multiInsert(past.map((one) => sessionOf(site, one)))
  const runs = past.map(({ stay, issued, posteId }, i) => ({
    poste_session_id: sessions[i].id,
    poste_id: posteId,
    started_at: issued.plus({ minutes: 1 }).toJSDate(),
    started_by: 'system',
    ended_at: issued.plus({ minutes: 1 + stay }).toJSDate(),
    ended_by: 'system',
    cause: 'ended',
  }))
  await db.table('poste_runs').multiInsert(runs.filter((_, i) => past[i].stay > 0))
}

/** Those before today on which people come: not on Sundays. */
function openDays(now: DateTime) {
  const today = now.setZone(settings().zone).startOf('day')
  return Array.from({ length: DAYS }, (_, ago) => today.minus({ days: ago + 1 })).filter(({ weekday }) => weekday < 7)
}

interface Past {
  nth: number
  stay: number
  issued: DateTime
  posteId: number
  visitorId: number
}

/** Whoever stays for nothing has never typed the code. */
function sessionOf(site: Site, { nth, stay, issued, posteId, visitorId }: Past) {
  return {
    site_id: site.id,
    visitor_id: visitorId,
    poste_id: posteId,
    code_hash: createHash('sha256').update(`past ${issued.toISODate()} ${nth}`).digest(),
    code_expires_at: issued.plus({ hours: 8 }).toJSDate(),
    granted_seconds: 3600,
    issued_at: issued.toJSDate(),
    issued_by: 'system',
    started_at: stay ? issued.plus({ minutes: 1 }).toJSDate() : null,
    ended_at: issued.plus(stay ? { minutes: 1 + stay } : { hours: 8 }).toJSDate(),
    ended_by: 'system',
    reason: stay === 0 ? 'unused' : stay === 60 ? 'time' : nth % 2 ? 'visitor' : 'desk',
  }
}
