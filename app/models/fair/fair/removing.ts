import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SecretLink from '#models/accounts/secret_link'
import Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import { lockFloor } from '#models/fair/floor'
import { interrupt } from '#models/fair/seating'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import { newsExpiry, tell } from '#models/fair/telling'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { withdrawNews } from '#models/mixins/notifying'

/** A stand that goes while the fair is on. */
export function Removing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The stand goes with its queue and its history; whoever is inside becomes available, and is called where it is their turn.
     * Twice is once.
     */
    async removeStand(this: Fair, stand: Stand, act: Act): Promise<void> {
      await retrying(act, async (trx) => {
        const people = await waitingAt(trx, stand)
        const stands = await lockFloor(trx, { attendees: people, stands: [stand.id] })
        if (!stands.includes(stand.id)) return
        // Somebody joined and came in while these were waited for: they are to be locked too, and in order.
        if ((await waitingAt(trx, stand)).some((id) => !people.includes(id))) throw new Overtaken()
        const interviews = await interrupt(trx, act, this, 'stand_id', [stand.id])
        await endCalls(trx, act, stand)
        await tellRemoved(trx, act, this, stand, await Attendee.findMany(people, { client: trx }))
        await SecretLink.currentOf(stand.id, trx).then((link) => link?.revoke({ ...act, trx }))
        await trx.from('stands').where('id', stand.id).delete()
        const changes = { name: stand.name, interviews: interviews.length, waiting: people.length - interviews.length }
        await stand.track(trx, act, 'fair.stand.removed', changes)
        const others = stands.filter((id) => id !== stand.id)
        await settle(trx, act, { fairId: this.id, stands: others, attendees: people, fairChanged: true })
        await signal(trx, [`stands/${stand.id}`, ...people.map((id) => `attendees/${id}`)])
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

async function waitingAt(trx: TransactionClientContract, stand: Stand): Promise<number[]> {
  const rows = await trx
    .from('queue_entries')
    .where('stand_id', stand.id)
    .whereNull('left_at')
    .whereNull('completed_at')
    .select('attendee_id')
  return rows.map((row) => row.attendee_id)
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
  const expiresAt = newsExpiry(fair.endsAt, act)
  const said = { fair_id: fair.id, kind: 'stand_removed', text: stand.name, created_at: act.at.toJSDate(), created_by: authorOf(act.by) }
  // On the page of each, with an account or without, until they have read it.
  const shown = attendees.map(({ id }) => ({ ...said, attendee_id: id, expires_at: expiresAt.toJSDate() }))
  if (shown.length > 0) await trx.insertQuery().table('announcements').multiInsert(shown)
  const words = attendees.map(({ id, userId }) => ({
    userId,
    attendeeId: id,
    kind: 'fair.removed' as const,
    params: { stand: stand.name },
    path: `${fair.path}/my`,
    expiresAt,
  }))
  await tell(trx, act, words)
}
