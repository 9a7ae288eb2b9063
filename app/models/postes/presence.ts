/* Which stations are there: they say so themselves, all the time. */
import db from '@adonisjs/lucid/services/db'
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

/**
 * What was said since the last time: one statement, and a transaction only for those who were away, whom a desk sees at once. A screen
 * that counts something else than what is true is told to look again.
 */
export async function recordBeats(beats: Beat[], act: Act): Promise<void> {
  if (beats.length === 0) return
  const there = await write(act.trx ?? db, beats, 'is null')
  const known = new Set(there.map(({ id }) => id))
  const others = beats.filter(({ stationId }) => !known.has(stationId))
  const wrong = there.filter((seen) => seen.wrong)
  if (others.length + wrong.length === 0) return
  await within(act, async (trx) => {
    const back = others.length ? await write(trx, others, 'is not null') : []
    await audit(trx, act, back.map(lineOf('postes.station.back')))
    const corrected = [...wrong, ...back.filter((seen) => seen.wrong)]
    await signal(trx, [...back.flatMap(channelsOf), ...corrected.map(({ poste_id }) => `postes/${poste_id}`)])
  })
}

/** Each is looked up: of a new room PostgreSQL thinks that there is one station, and would compare all that spoke with all there are. */
async function write(client: Pick<typeof db, 'rawQuery'>, beats: Beat[], away: 'is null' | 'is not null') {
  const { rows } = await client.rawQuery(
    `with told as materialized (
      select s.id, b.at > s.seen_at + interval '${SILENCE} seconds' as breaks, b.*,
        s.kind = 'page' and b.left_seconds is not null and (
          b.session is distinct from r.id or abs(extract(epoch from r.ends_at - greatest(s.seen_at, b.at)) - b.left_seconds) > ${WRONG}
        ) as wrong
      from unnest(:ids::bigint[], :ats::timestamptz[], :offsets::integer[], :versions::text[], :addresses::text[], :sessions::bigint[], :lefts::integer[])
        as b(station, at, offset_ms, version, address, session, left_seconds)
      cross join lateral (
        select * from stations where id = b.station and revoked_at is null and offline_since ${away} for no key update
      ) s
      left join poste_sessions r on r.poste_id = s.poste_id and r.ends_at is not null
    )
    update stations t set seen_at = greatest(t.seen_at, b.at), clock_offset = coalesce(b.offset_ms, t.clock_offset),
      version = coalesce(b.version, t.version), address = coalesce(b.address::inet, t.address), offline_since = null,
      told_session = b.session, told_left = b.left_seconds,
      silent_from = case when b.breaks then t.seen_at else t.silent_from end,
      silent_until = case when b.breaks then b.at else t.silent_until end
    from told b
    where t.id = b.id returning t.id, t.poste_id, t.site_id, b.wrong`,
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
  return rows as (Seen & { wrong: boolean | null })[]
}

/**
 * Those that have said nothing for a minute are away; where a session runs, the desk is alerted.
 * @param started since when this process listens: before that nothing could be said to it
 */
export async function noticeSilence(act: Act, started: DateTime): Promise<void> {
  const since = act.at.minus({ seconds: postesConfig.offlineSeconds })
  if (started >= since) return
  // Most often nobody is: asked without a transaction.
  const quiet = (act.trx ?? db).from('stations').where('kind', 'page').whereNotNull('poste_id').whereNull('revoked_at')
  if (!(await quiet.whereNull('offline_since').where('seen_at', '<', since.toJSDate()).first())) return
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
