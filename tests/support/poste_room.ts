import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, atDesk } from '#database/factories/postes/sites'
import type { Act } from '#models/mixins/act'
import type PosteSession from '#models/postes/poste_session'
import type { Beat } from '#models/postes/presence'
import type Station from '#models/postes/station'

/** From which the minutes of `at` are counted. */
export const START = DateTime.utc().set({ millisecond: 0 })
export const at = (minutes: number, seconds = 0) => atDesk(START.plus({ minutes, seconds }))

/** What was used (s), as the runs tell it. */
export async function usedBy(session: PosteSession) {
  const { rows } = await db.rawQuery(
    'select coalesce(sum(extract(epoch from ended_at - started_at)), 0)::float8 as used from poste_runs where poste_session_id = ?',
    [session.id]
  )
  return rows[0].used as number
}

/** A site that is always open, with two postes. */
export async function room() {
  const site = await aSite()
  const [first, second] = [await aPoste(site), await aPoste(site)]
  return { site, first, second }
}

/** That station says that it is there. */
export const beatOf = ({ id }: Station, act: Act, more: Partial<Beat> = {}): Beat => ({
  stationId: id,
  at: act.at.toJSDate(),
  offset: 12,
  version: '1',
  address: '10.0.0.7',
  session: null,
  left: null,
  ...more,
})
