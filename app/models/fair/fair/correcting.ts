import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SecretLink from '#models/accounts/secret_link'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import { lockAll } from '#models/fair/fair/opening'
import { lockFloor } from '#models/fair/floor'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import { newsExpiry } from '#models/fair/telling'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { notify, withdrawNews } from '#models/mixins/notifying'
import { audit } from '#models/mixins/tracked'

/** What an organiser does to the whole fair at once. */
export function Correcting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @returns how many stands were recruiting */
    async pauseStands(this: Fair, act: Act): Promise<number> {
      return everyStand(this, act, 'fair.stands.paused', async (trx) => {
        const { rows } = await trx.rawQuery(
          `insert into stand_pauses (stand_id, started_at, started_by)
          select id, :at, :by from stands where fair_id = :fair on conflict (stand_id) where ended_at is null do nothing returning stand_id`,
          { fair: this.id, at: act.at.toJSDate(), by: authorOf(act.by) }
        )
        return rows.length
      })
    }

    /** @returns how many stands were paused */
    async resumeStands(this: Fair, act: Act): Promise<number> {
      return everyStand(this, act, 'fair.stands.resumed', async (trx) => {
        const ended = await trx
          .from('stand_pauses')
          .whereIn('stand_id', trx.from('stands').where('fair_id', this.id).select('id'))
          .whereNull('ended_at')
          .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) }, ['stand_id'])
        return ended.length
      })
    }

    /** Everybody available: interviews under way are interrupted, and pauses end. Places are kept. */
    async freeEveryone(this: Fair, act: Act): Promise<{ interviews: number; pauses: number }> {
      return within(act, async (trx) => {
        const { rows } = await trx.rawQuery('select id from attendees where fair_id = ? order by id for no key update', [this.id])
        const stands = await lockAll(trx, this)
        const people = rows.map((row: { id: number }) => row.id)
        const interviews = await interrupt(trx, act, this, 'attendee_id', people)
        const pauses: { id: number; attendee_id: number }[] = await trx
          .from('attendee_pauses')
          .whereIn('attendee_id', people)
          .whereNull('ended_at')
          .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) }, ['id', 'attendee_id'])
        await withdrawNews(
          trx,
          act,
          pauses.map((pause) => `pause:${pause.attendee_id}`)
        )
        await this.track(trx, act, 'fair.attendees.freed', { interviews: interviews.length, pauses: pauses.length })
        const freed = [...interviews, ...pauses].map((row) => row.attendee_id)
        await settle(trx, act, { fairId: this.id, stands, attendees: freed, fairChanged: true })
        return { interviews: interviews.length, pauses: pauses.length }
      })
    }

    /**
     * The stand goes with its queue and its history; whoever is inside becomes available, and is called where it is their turn.
     * Twice is once.
     */
    async removeStand(this: Fair, stand: Stand, act: Act): Promise<void> {
      await retrying(act, async (trx) => {
        const { attendees, stands } = await lockFloor(trx, { attendees: await waitingAt(trx, stand), stands: [stand.id] })
        if (!stands.some(({ id }) => id === stand.id)) return
        const people = attendees.map(({ id }) => id)
        // Somebody joined and came in while these were waited for: they are to be locked too, and in order.
        if ((await waitingAt(trx, stand)).some((id) => !people.includes(id))) throw new Overtaken()
        const interviews = await interrupt(trx, act, this, 'stand_id', [stand.id])
        await endCalls(trx, act, stand)
        await tellRemoved(trx, act, this, stand, attendees)
        await SecretLink.currentOf(stand.id, trx).then((link) => link?.revoke({ ...act, trx }))
        await trx.from('stands').where('id', stand.id).delete()
        const changes = { name: stand.name, interviews: interviews.length, waiting: people.length - interviews.length }
        await stand.track(trx, act, 'fair.stand.removed', changes)
        const others = stands.map(({ id }) => id).filter((id) => id !== stand.id)
        await settle(trx, act, { fairId: this.id, stands: others, attendees: people, fairChanged: true })
        await signal(trx, [`stands/${stand.id}`])
      })
    }
  }
}

class Overtaken extends Error {}

/** A transaction that finds more to lock than it has begins again. */
async function retrying(act: Act, work: (trx: TransactionClientContract) => Promise<void>) {
  for (;;)
    try {
      return await within(act, work)
    } catch (error) {
      if (!(error instanceof Overtaken) || act.trx) throw error
    }
}

async function everyStand(fair: Fair, act: Act, action: string, work: (trx: TransactionClientContract) => Promise<number>) {
  return within(act, async (trx) => {
    const stands = await lockAll(trx, fair)
    const count = await work(trx)
    if (count === 0) return 0
    await fair.track(trx, act, action, { stands: count })
    await settle(trx, act, { fairId: fair.id, stands, fairChanged: true })
    return count
  })
}

async function waitingAt(trx: TransactionClientContract, stand: Stand): Promise<number[]> {
  const rows = await trx
    .from('queue_entries')
    .where('stand_id', stand.id)
    .whereNull('left_at')
    .whereNull('completed_at')
    .select('attendee_id')
  return rows.map((row) => row.attendee_id)
}

/** Ends the open interviews of these stands, or of these attendees, all locked; a line of the audit for each. */
async function interrupt(
  trx: TransactionClientContract,
  act: Act,
  fair: Fair,
  of: 'stand_id' | 'attendee_id',
  ids: number[]
): Promise<{ id: number; stand_id: number; attendee_id: number }[]> {
  const { rows } = await trx.rawQuery(
    `update interviews set ended_at = greatest(started_at, :at), ended_by = :by, outcome = 'interrupted'
    where ${of} = any(:ids) and ended_at is null returning id, stand_id, attendee_id`,
    { at: act.at.toJSDate(), by: authorOf(act.by), ids: ids as never }
  )
  const line = (row: { id: number; stand_id: number; attendee_id: number }) => ({
    action: 'fair.interview.interrupted',
    object: { type: 'interview', id: row.id },
    fairId: fair.id,
    changes: { stand: row.stand_id, attendee: row.attendee_id },
  })
  await audit(trx, act, rows.map(line))
  return rows
}

async function endCalls(trx: TransactionClientContract, act: Act, stand: Stand) {
  const calls: { id: number; queue_entry_id: number }[] = await trx
    .from('calls')
    .where('stand_id', stand.id)
    .whereNull('ended_at')
    .update({ ended_at: act.at.toJSDate(), outcome: 'withdrawn' }, ['id', 'queue_entry_id'])
  await withdrawNews(
    trx,
    act,
    calls.map(({ id }) => `call:${id}`)
  )
}

async function tellRemoved(trx: TransactionClientContract, act: Act, fair: Fair, stand: Stand, attendees: Attendee[]) {
  const told = attendees.filter(({ userId }) => userId !== null)
  const news = told.map(({ userId }) => ({
    userId: userId!,
    kind: 'fair.removed' as const,
    params: { stand: stand.name },
    path: `${fair.path}/my`,
    expiresAt: newsExpiry(fair.endsAt, act),
  }))
  await notify(trx, act, news)
}
