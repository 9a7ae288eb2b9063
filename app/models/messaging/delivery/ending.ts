import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { deliveriesConfig } from '#config/deliveries'
import type Delivery from '#models/messaging/delivery'
import { tellAdmins } from '#models/messaging/alerting'
import { type Act, within } from '#models/mixins/act'
import { dispatch } from '#models/mixins/delivering'

/** The longest reason that is kept: a server may answer with a page. */
const REASON = 500

/** What becomes of a delivery that has been tried, each in the transaction that holds its lock. */
export function Ending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async markSent(this: Delivery, receipt: string, act: Act): Promise<void> {
      await end(this, { status: 'sent', sentAt: act.at, attempts: this.attempts + 1, receipt, reason: null }, act)
    }

    async expire(this: Delivery, act: Act): Promise<void> {
      await end(this, { status: 'expired' }, act)
    }

    /** An administrator is told, once for however many; not of a browser that takes no pushes any more: nobody can mend that. */
    async giveUp(this: Delivery, reason: string, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await end(this, { status: 'given_up', attempts: this.attempts + 1, reason: reason.slice(0, REASON) }, { ...act, trx })
        await this.track(trx, act, 'messaging.delivery.given_up', { channel: this.channel, attempts: this.attempts })
        if (this.channel !== 'push') await tellAdmins(trx, act)
      })
    }

    /** It will be tried again, later and later; after the last attempt it is given up. */
    async postpone(this: Delivery, reason: string, act: Act): Promise<void> {
      const attempts = this.attempts + 1
      if (attempts >= deliveriesConfig.attempts) return this.giveUp(reason, act)
      await within(act, async (trx) => {
        const dueAt = act.at.plus({ seconds: delayAfter(attempts) })
        await this.useTransaction(trx)
          .merge({ attempts, dueAt, reason: reason.slice(0, REASON) })
          .save()
        await dispatch(trx, [{ id: this.id, channel: this.channel, due_at: dueAt.toJSDate() }], act.at)
      })
    }
  }
}

/** How long to wait after that many refusals (s): doubled each time, up to a limit, and never quite the same. */
export function delayAfter(attempts: number, drawn = Math.random()) {
  const { firstDelay, longestDelay, jitter } = deliveriesConfig
  const delay = Math.min(firstDelay * 2 ** (attempts - 1), longestDelay)
  return delay * (1 - jitter + 2 * jitter * drawn)
}

/** What only the letter could reveal goes with its end. */
async function end(delivery: Delivery, values: Partial<Delivery>, act: Act) {
  await within(act, async (trx) => {
    await delivery
      .useTransaction(trx)
      .merge({ ...values, endedAt: act.at, secrets: null })
      .save()
  })
}
