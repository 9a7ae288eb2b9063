/* The stations that stand on postes, in the memory of each process: they speak all the time, and most often say nothing new. */
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { SYSTEM } from '#models/mixins/act'
import { type Beat, noticeSilence, recordBeats } from '#models/postes/presence'
import { STATIONS } from '#models/postes/station'
import { Remembered } from '#services/remembered'

export interface KnownStation {
  id: number
  kind: 'page' | 'agent'
  posteId: number
  siteId: number
}

/** What was said is written this often, and who says nothing any more is looked for (ms). */
const FLUSH = 5000

const known = new Remembered<Map<string, KnownStation>>(STATIONS, new Map(), readStations)

/** @param hash of the secret that a browser or a program came with */
export function stationOf(hash: Buffer): KnownStation | null {
  return known.value.get(hash.toString('base64')) ?? null
}

/** What was committed elsewhere comes by itself; this is for what was not. */
export function rereadStations() {
  return known.refresh()
}

async function readStations() {
  const rows = await db
    .from('stations')
    .whereNotNull('poste_id')
    .whereNull('revoked_at')
    .select('id', 'kind', 'poste_id', 'site_id', 'token_hash')
  return new Map(
    rows.map((row) => [
      (row.token_hash as Buffer).toString('base64'),
      { id: row.id, kind: row.kind, posteId: row.poste_id, siteId: row.site_id } as KnownStation,
    ])
  )
}

/** Hears stations, and writes all that they said at once. */
export class StationEar {
  #beats = new Map<number, Beat>()
  #timer?: NodeJS.Timeout
  #started = DateTime.utc()
  #work: Promise<void> = Promise.resolve()

  start() {
    this.#started = DateTime.utc()
    this.#timer = setInterval(() => (this.#work = this.#work.then(() => this.flush())), FLUSH).unref()
  }

  hear(beat: Beat) {
    this.#beats.set(beat.stationId, beat)
  }

  async stop() {
    clearInterval(this.#timer)
    await this.#work
    await this.flush()
  }

  async flush() {
    const beats = [...this.#beats.values()]
    this.#beats.clear()
    const act = { by: SYSTEM, at: DateTime.utc() }
    try {
      await recordBeats(beats, act)
      await noticeSilence(act, this.#started)
    } catch (error) {
      // What is older is worth less: only what nobody has said again since is kept.
      for (const beat of beats) if (!this.#beats.has(beat.stationId)) this.#beats.set(beat.stationId, beat)
      logger.error({ err: error }, 'what stations said could not be written; it is tried again')
    }
  }
}

export const ear = new StationEar()
