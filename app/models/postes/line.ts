/* Those who wait for a poste. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { type GridPoste } from '#models/postes/desk_grid'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import { expectedWaits } from '#models/postes/expected_waits'
import type Site from '#models/postes/site'

export interface LinePlace {
  id: number
  number: number
  minutes: number
  takenAt: Date
  calledAt: Date | null
  visitorId: number
  /** null for a guest, whose number it is */
  visitor: string | null
  guest: number | null
  /** when a poste should be free for them; null when the site has none */
  expectedAt: Date | null
}

/** Those who are called before those who wait, then as they came. @param grid what the postes do now */
export async function lineOf(site: Site, at: DateTime, grid: GridPoste[]): Promise<LinePlace[]> {
  const rows: Omit<LinePlace, 'expectedAt'>[] = await db
    .from('tickets as k')
    .join('visitors as v', 'v.id', 'k.visitor_id')
    .where('k.site_id', site.id)
    .whereNull('k.closed_at')
    .orderByRaw('k.called_at is null, k.taken_at, k.id')
    .select('k.id', 'k.number', 'k.minutes', 'k.taken_at as takenAt', 'k.called_at as calledAt', 'v.id as visitorId')
    .select('v.guest_number as guest', db.raw(`${VISITOR_NAME} as visitor`))
  const stays = rows.map(({ minutes }) => minutes * 60)
  const usable = grid.filter(({ state }) => state !== 'maintenance')
  const waits = expectedWaits(
    usable.map(untilFree),
    stays,
    usable.map((poste) => reservedSpans(poste, at))
  )
  return rows.map((row, i) => ({ ...row, expectedAt: waits[i] === null ? null : at.plus({ seconds: waits[i]! }).toJSDate() }))
}

/** The seconds until a poste that is lent is free: of a time that is stopped, what is left of it. */
function untilFree({ session }: GridPoste) {
  return session?.remaining ?? 0
}

/** In seconds from now. */
function reservedSpans({ reservations }: GridPoste, at: DateTime) {
  const seconds = (instant: Date) => (instant.getTime() - at.toMillis()) / 1000
  return reservations.map(({ startsAt, endsAt }) => [seconds(startsAt), seconds(endsAt)] as const)
}
