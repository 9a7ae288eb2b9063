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
  const [before, after] = [others[index - 1]?.rank, others[index]?.rank]
  if (after === undefined) return takeRank(trx, standId)
  if (before === undefined) return after - 1
  const middle = (before + after) / 2
  if (before < middle && middle < after) return middle
  // Halved too often: there is no number left between the two.
  await spread(trx, standId)
  const again = await waitingAt(trx, standId)
  const rankOf = (one: Ranked) => again.find(({ id }) => id === one.id)!.rank
  return (rankOf(others[index - 1]) + rankOf(others[index])) / 2
}

/** The same order, in whole numbers. */
async function spread(trx: TransactionClientContract, standId: number) {
  await trx.rawQuery(
    `with spread as (
      update queue_entries e set rank_key = n.place from (
        select id, row_number() over (order by rank_key, id) as place from queue_entries where stand_id = :stand
      ) n where e.id = n.id returning 1
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
