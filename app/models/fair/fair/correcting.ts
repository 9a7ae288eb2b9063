import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Fair from '#models/fair/fair'
import { lockAll } from '#models/fair/fair/opening'
import { interrupt } from '#models/fair/seating'
import { settle } from '#models/fair/settle'
import { type Act, authorOf, within } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'

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
