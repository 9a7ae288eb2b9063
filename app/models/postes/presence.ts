/* Which stations are there: they say so themselves, all the time. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import { tellOffline } from '#models/postes/telling'

/** A screen may be late by so much (s): what it said travels, and it rounds. */
const WRONG = 5
/** Longer than between two words, and one that was missed (s): since when it lasted is kept, for whoever asks what a failure took. */
const SILENCE = 15

/** What a station says of itself. */
export interface Beat {
  stationId: number
  at: Date
  /** its clock is ahead of ours by so much (ms) */
  offset: number | null
  version: string | null
  address: string | null
  /** the session that its screen counts, and what is left of it (s) */
  session: number | null
  left: number | null
}

interface Seen {
  id: number
  poste_id: number
  site_id: number
}

/** What was said since the last time, in one question; a desk sees at once who is back. */
export async function recordBeats(beats: Beat[], act: Act): Promise<void> {
  if (beats.length === 0) return
  await within(act, async (trx) => {
    const { rows } = await trx.rawQuery<{ rows: (Seen & { was: Date | null })[] }>(
      `update stations t set seen_at = greatest(t.seen_at, b.at), clock_offset = coalesce(b.offset_ms, t.clock_offset),
        version = coalesce(b.version, t.version), address = coalesce(b.address::inet, t.address), offline_since = null,
        told_session = b.session, told_left = b.left_seconds,
        silent_from = case when b.breaks then t.seen_at else t.silent_from end,
        silent_until = case when b.breaks then b.at else t.silent_until end
      from (
        select s.id, s.offline_since as was, b.at > s.seen_at + interval '${SILENCE} seconds' as breaks, b.* from unnest(:ids::bigint[], :ats::timestamptz[], :offsets::integer[], :versions::text[], :addresses::text[], :sessions::bigint[], :lefts::integer[])
          as b(station, at, offset_ms, version, address, session, left_seconds) join stations s on s.id = b.station
      ) b
      where t.id = b.id and t.revoked_at is null returning t.id, t.poste_id, t.site_id, b.was`,
      {
        ids: beats.map(({ stationId }) => stationId) as never,
        ats: beats.map(({ at }) => at) as never,
        offsets: beats.map(({ offset }) => offset) as never,
        versions: beats.map(({ version }) => version) as never,
        addresses: beats.map(({ address }) => address) as never,
        sessions: beats.map(({ session }) => session) as never,
        lefts: beats.map(({ left }) => left) as never,
      }
    )
    await correct(
      trx,
      rows.map(({ id }) => id)
    )
    const back = rows.filter(({ was }) => was !== null)
    if (back.length === 0) return
    await audit(trx, act, back.map(lineOf('postes.station.back')))
    await signal(trx, back.flatMap(channelsOf))
  })
}

/** A screen that counts something else than what is true is told to look again. */
async function correct(trx: TransactionClientContract, stations: number[]) {
  const { rows } = await trx.rawQuery<{ rows: { poste_id: number }[] }>(
    `select t.poste_id from stations t left join poste_sessions s on s.poste_id = t.poste_id and s.ends_at is not null
    where t.id = any(:stations) and t.kind = 'page' and t.told_left is not null
      and (t.told_session is distinct from s.id or abs(extract(epoch from s.ends_at - t.seen_at) - t.told_left) > ${WRONG})`,
    { stations: stations as never }
  )
  await signal(
    trx,
    rows.map(({ poste_id }) => `postes/${poste_id}`)
  )
}

/**
 * Those that have said nothing for a minute are away; where a session runs, the desk is alerted.
 * @param started since when this process listens: before that nothing could be said to it
 */
export async function noticeSilence(act: Act, started: DateTime): Promise<void> {
  const since = act.at.minus({ seconds: postesConfig.offlineSeconds })
  if (started >= since) return
  await within(act, async (trx) => {
    const { rows } = await trx.rawQuery<{ rows: Seen[] }>(
      `update stations set offline_since = seen_at
      where kind = 'page' and poste_id is not null and revoked_at is null and offline_since is null and seen_at < :since
      returning id, poste_id, site_id`,
      { since: since.toJSDate() }
    )
    if (rows.length === 0) return
    await audit(trx, act, rows.map(lineOf('postes.station.lost')))
    await tellOffline(
      trx,
      act,
      rows.map(({ poste_id }) => poste_id)
    )
    await signal(trx, rows.flatMap(channelsOf))
  })
}

function lineOf(action: string) {
  return ({ id, poste_id, site_id }: Seen) => ({ action, object: { type: 'station', id }, siteId: site_id, changes: { poste: poste_id } })
}

function channelsOf({ poste_id, site_id }: Seen) {
  return [`sites/${site_id}`, `postes/${poste_id}`]
}
