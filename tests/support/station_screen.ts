import db from '@adonisjs/lucid/services/db'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { aPoste, aSite, aStation } from '#database/factories/postes/sites'
import type PosteSession from '#models/postes/poste_session'
import { rereadStations } from '#services/stations'
import { stationOf } from '#tests/support/pages'

/** A poste of a site that is always open, and the page of its browser. */
export async function aScreen(options: BrowserContextOptions = {}) {
  const site = await aSite()
  const poste = await aPoste(site)
  const { station, token } = await aStation(poste)
  await rereadStations()
  return { site, poste, station, page: await stationOf(token, options) }
}

export const countdown = (page: Page) => page.locator('[data-countdown]')

/** Until the page shows that: `locked`, `session`, `suspended`, `over` or `maintenance`. */
export const screen = (page: Page, name: string) => page.locator(`[data-station][data-screen="${name}"]`).waitFor()

/** Only the time moves, as if so much of it had passed. */
export async function leave(session: PosteSession, seconds: number) {
  const { rows } = await db.rawQuery('select extract(epoch from ends_at - now())::float8 - ? as passed from poste_sessions where id = ?', [
    seconds,
    session.id,
  ])
  const back = `interval '1 second' * ${Number(rows[0].passed)}`
  await db.rawQuery(
    `update poste_sessions set ends_at = ends_at - ${back}, started_at = started_at - ${back}, lease = lease + 1 where id = ?`,
    [session.id]
  )
  await db.rawQuery(`update poste_runs set started_at = started_at - ${back} where poste_session_id = ? and ended_at is null`, [session.id])
  await db.rawQuery('select pg_notify(?, ?)', ['tremplin_live', JSON.stringify({ channels: [`postes/${session.posteId}`] })])
}
