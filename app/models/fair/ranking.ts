import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { takeRank } from '#models/fair/missing'

interface Ranked {
  id: number
  rank: number
}

/**
 * The rank that puts an entry of a locked stand at that place among those who wait there.
 * @param place from 1; beyond the end is the end
 * @throws {Refusal} fair.refusals.not_waiting
 */
export async function rankAt(trx: TransactionClientContract, standId: number, entryId: number, place: number) {
  const waiting = await waitingAt(trx, standId)
  const from = waiting.findIndex(({ id }) => id === entryId) + 1
  if (from === 0) throw new Refusal('fair.refusals.not_waiting')
  const others = waiting.filter(({ id }) => id !== entryId)
  const to = Math.min(Math.max(place, 1), waiting.length)
  return { from, to, rankKey: await between(trx, standId, others, to - 1) }
}

async function between(trx: TransactionClientContract, standId: number, others: Ranked[], index: number): Promise<number> {
  const after = others[index]?.rank
  if (after === undefined) return takeRank(trx, standId)
  const before = await lastBefore(trx, standId, after)
  if (before === null) return after - 1
  const middle = (before + after) / 2
  if (before < middle && middle < after) return middle
  // Halved too often: there is no number left between the two.
  await spread(trx, standId)
  const again = await waitingAt(trx, standId)
  return between(
    trx,
    standId,
    others.map(({ id }) => again.find((one) => one.id === id)!),
    index
  )
}

/** Whoever is inside or has passed may wait again at their own rank, and a no-show that is taken back too: no other has it meanwhile. */
const TAKEN = `select rank_key as rank from queue_entries where stand_id = :stand
  union select rank_before from skips where stand_id = :stand and rank_before is not null`

async function lastBefore(trx: TransactionClientContract, standId: number, after: number): Promise<number | null> {
  const { rows } = await trx.rawQuery(`select max(rank) as rank from (${TAKEN}) taken where rank < :after`, { stand: standId, after })
  return rows[0].rank
}

/** The same order, in whole numbers. */
async function spread(trx: TransactionClientContract, standId: number) {
  await trx.rawQuery(
    `with spread as (
      select rank, row_number() over (order by rank) as place from (${TAKEN}) taken
    ), placed as (
      update queue_entries e set rank_key = n.place from spread n where e.stand_id = :stand and e.rank_key = n.rank
    ), kept as (
      update skips k set rank_before = n.place from spread n where k.stand_id = :stand and k.rank_before = n.rank
    )
    update stands set next_rank = 1 + (select count(*) from spread) where id = :stand`,
    { stand: standId }
  )
}

async function waitingAt(trx: TransactionClientContract, standId: number): Promise<Ranked[]> {
  const { rows } = await trx.rawQuery(
    `select e.id, e.rank_key as rank from queue_entries e
    where e.stand_id = ? and e.left_at is null and e.completed_at is null
      and not exists (select 1 from interviews i where i.queue_entry_id = e.id and i.ended_at is null)
    order by e.rank_key, e.id`,
    [standId]
  )
  return rows
}
