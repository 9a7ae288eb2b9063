import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { deliveriesConfig } from '#config/deliveries'
import Delivery from '#models/messaging/delivery'
import { type Act, within } from '#models/mixins/act'
import { dispatch } from '#models/mixins/delivering'
import { channels } from '#services/channels'
import { PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import { render } from '#services/letters'

/** How long a delivery may be due without a job before it is given another (minutes). */
const LOST_AFTER = 5

/**
 * Hands one delivery over, if it still waits and is still worth it. Its row is locked meanwhile: whoever has the same
 * job waits, then finds it sent. A process that dies between the answer of the server and the commit leaves it waiting,
 * and the next one sends it again under the same Message-ID.
 */
export async function attempt(id: number, act: Act) {
  await within(act, async (trx) => {
    const delivery = await Delivery.query({ client: trx }).where({ id, status: 'waiting' }).forUpdate().first()
    if (!delivery) return
    const own = { ...act, trx }
    if (delivery.isOver(act.at)) return delivery.expire(own)
    if (delivery.dueAt > act.at || !channels[delivery.channel].open) return
    const outcome = await handOver(delivery)
    if ('receipt' in outcome) await delivery.markSent(outcome.receipt, own)
    else if (outcome.forGood) await delivery.giveUp(outcome.refusal, own)
    else await delivery.postpone(outcome.refusal, own)
  })
}

type Outcome = { receipt: string } | { refusal: string; forGood: boolean }

async function handOver(delivery: Delivery): Promise<Outcome> {
  try {
    if (delivery.isUnreadable) throw new PermanentFailure('its secrets cannot be read: APP_KEY has changed')
    const rendered = await render(delivery.letter)
    const { messageId } = await inTime(channels[delivery.channel].send(delivery, rendered))
    return { receipt: messageId }
  } catch (error) {
    const known = error instanceof TemporaryFailure || error instanceof PermanentFailure
    // Nobody's refusal but our own mistake: it is tried again all the same, by a version that may know better.
    if (!known) logger.error({ err: error, delivery: delivery.id }, 'a delivery failed')
    return { refusal: (error as Error).message, forGood: error instanceof PermanentFailure }
  }
}

/** A server that neither accepts nor refuses must not hold the row for ever. */
async function inTime<T>(sending: Promise<T>) {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TemporaryFailure('no answer in time')), deliveriesConfig.patience * 1000)
  })
  try {
    return await Promise.race([sending, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** Ends what has expired while nobody could send it, and gives a job to what has lost its own. */
export async function tidyDeliveries(act: Act) {
  await within(act, async (trx) => {
    const over = await Delivery.query({ client: trx })
      .where({ status: 'waiting' })
      .where('expires_at', '<=', act.at.toJSDate())
      .forUpdate()
      .skipLocked()
    for (const delivery of over) await delivery.expire({ ...act, trx })
    const lost = await trx
      .from('deliveries')
      .select('id', 'channel', 'due_at')
      .where({ status: 'waiting' })
      .where('due_at', '<', act.at.minus({ minutes: LOST_AFTER }).toJSDate())
      .whereNotExists(trx.from('queue_jobs').whereRaw(`(data::jsonb #>> '{payload,id}')::bigint = deliveries.id`))
    await dispatch(trx, lost, act.at)
  })
}

/** Forgets the jobs of what waits no more. */
export async function forgetJobs() {
  await db
    .from('queue_jobs')
    .whereNot('status', 'active')
    .whereRaw(`not exists (select 1 from deliveries d where d.id = (data::jsonb #>> '{payload,id}')::bigint and d.status = 'waiting')`)
    .delete()
}
