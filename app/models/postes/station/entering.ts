import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { postesConfig } from '#config/postes'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import { codeHash, readCode } from '#models/postes/access_code'
import PosteSession from '#models/postes/poste_session'
import { tellFailures } from '#models/postes/telling'
import type Station from '#models/postes/station'

/** A visitor types a code. */
export function Entering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Unknown, expired, used, of another poste: the answer is the same, and so is what it costs. Each that opens nothing makes
     * one wait longer, at this station and, when there are many, at all of the site.
     * @throws {Refusal} postes.refusals.code, code_wait
     */
    async enter(this: Station, typed: string, act: Act): Promise<PosteSession> {
      // What failed stays counted although it is refused: never inside a transaction that the refusal undoes.
      const opened = await within(act, async (trx) => {
        await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, ?))', ['code entry', this.siteId!])
        await refuseHaste(trx, act, this)
        const session = await sessionOf(trx, act, this, typed)
        if (session) await session.start({ ...act, trx })
        else await countFailure(trx, act, this)
        return session
      })
      if (!opened) throw new Refusal('postes.refusals.code', {}, { status: 422, field: 'code' })
      return opened
    }

    /** From when on a code may be typed here again; null when it may now. */
    async opensAgainAt(this: Station, act: Act): Promise<DateTime | null> {
      const until = await waitUntil(act.trx ?? db.connection(), act, this)
      return until && until > act.at ? until : null
    }
  }
}

type Client = Pick<TransactionClientContract, 'rawQuery'>

async function refuseHaste(trx: TransactionClientContract, act: Act, station: Station) {
  const until = await waitUntil(trx, act, station)
  if (!until || until <= act.at) return
  const retryAfter = Math.ceil(until.diff(act.at, 'seconds').seconds)
  throw new Refusal('postes.refusals.code_wait', { seconds: retryAfter }, { status: 429, field: 'code', retryAfter })
}

/** The failures of the last quarter of an hour: of this station since its last success, and of the whole site. */
async function waitUntil(client: Client, { at }: Act, { id, siteId, posteId }: Station): Promise<DateTime | null> {
  const { rows } = await client.rawQuery(
    `select count(*) filter (where f.station_id = :station and f.at > coalesce(last.at, '-infinity'))::integer as here,
      count(*)::integer as site, max(f.at) filter (where f.station_id = :station) as last_here, max(f.at) as last_site
    from code_failures f, (select max(started_at) as at from poste_runs where poste_id = :poste) last
    where f.site_id = :site and f.at > :since`,
    { station: id, site: siteId!, poste: posteId!, since: at.minus({ minutes: postesConfig.failureMinutes }).toJSDate() }
  )
  const { here, site, last_here: lastHere, last_site: lastSite } = rows[0]
  const waits = [
    [lastHere, delayAfter(here, postesConfig.freeFailures)],
    [lastSite, delayAfter(site, postesConfig.freeSiteFailures)],
  ] as const
  const ends = waits.filter(([last, delay]) => last && delay > 0).map(([last, delay]) => DateTime.fromJSDate(last).plus({ seconds: delay }))
  return DateTime.max(...ends) ?? null
}

/** 2, 4, 8… seconds beyond what is free. */
function delayAfter(failures: number, free: number) {
  return failures < free ? 0 : Math.min(postesConfig.longestDelay, 2 ** (failures - free + 1))
}

/** The session that waits on this poste for this code, that a power failure stopped there, or that it opened just now. */
async function sessionOf(trx: TransactionClientContract, { at }: Act, { posteId }: Station, typed: string) {
  const code = readCode(typed)
  if (!code) return null
  const session = await PosteSession.query({ client: trx })
    .where('code_hash', codeHash(code))
    .where('poste_id', posteId!)
    .whereNull('ended_at')
    .where('code_expires_at', '>', at.toJSDate())
    .forUpdate()
    .first()
  if (!session) return null
  return !session.startedAt || session.isRunning || (await session.isCut(trx)) ? session : null
}

async function countFailure(trx: TransactionClientContract, act: Act, station: Station) {
  const row = { site_id: station.siteId, station_id: station.id, at: act.at.toJSDate() }
  await trx.insertQuery().table('code_failures').insert(row)
  const object = { type: 'station', id: station.id }
  await audit(trx, act, [{ action: 'postes.station.code_refused', object, siteId: station.siteId, changes: { poste: station.posteId } }])
  const [{ total }] = await trx
    .from('code_failures')
    .where('station_id', station.id)
    .where('at', '>', act.at.minus({ minutes: postesConfig.failureMinutes }).toJSDate())
    .count('* as total')
  if (Number(total) === postesConfig.alertFailures) await tellFailures(trx, act, station)
  await signal(trx, [`sites/${station.siteId}`])
}
