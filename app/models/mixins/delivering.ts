import { randomUUID } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { KnexAdapter } from '@boringnode/queue/drivers/knex_adapter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import { wake } from '#models/mixins/live'
import { deliveriesConfig } from '#config/deliveries'

export interface Letter {
  channel: 'email' | 'push' | 'sms'
  /** whose it is, if anybody's */
  userId?: number | null
  /** an e-mail address, a push subscription, a telephone number in E.164 */
  address: string
  locale: 'fr' | 'en'
  /** `accounts/verification`: resources/views/emails/accounts/verification.edge, subject `emails.accounts.verification.subject` */
  template: string
  /** what the template may say; `unsubscribe`, a local path, makes the mail one that a click stops */
  params?: Record<string, string | number | null>
  /** the same, for what nobody else may read (`{ token }`): kept encrypted, erased once sent or given up */
  secrets?: Record<string, string>
  /** after this it is never sent */
  expiresAt?: DateTime
  /** the notification that it carries */
  notificationId?: number | null
  /** without a notification: what it is about, so that it can be withdrawn */
  about?: string | null
  /** quiet hours, digests */
  notBefore?: DateTime
}

/** The job of the queue; app/jobs/messaging/delivery_job.ts does it. */
export const DELIVERY_JOB = 'delivery'

/** Rows of one statement: a statement has at most 65,535 values. */
const CHUNK = 500

/** Writes what must be told outside of the building, in the transaction of what it tells: it leaves when that commits. */
export async function deliver(trx: TransactionClientContract, { at }: Act, letters: Letter[]): Promise<void> {
  for (let i = 0; i < letters.length; i += CHUNK) {
    const chunk = letters.slice(i, i + CHUNK)
    const rows: Dispatch[] = await trx
      .insertQuery()
      .table('deliveries')
      .returning(['id', 'channel', 'due_at'])
      .multiInsert(chunk.map((letter) => rowOf(letter, at)))
    await dispatch(trx, rows, at)
  }
}

interface Dispatch {
  id: number
  channel: Letter['channel']
  due_at: Date
}

/** Gives each delivery its job, in the queue of its channel. One job too many does no harm. */
export async function dispatch(trx: TransactionClientContract, deliveries: Dispatch[], at: DateTime) {
  const queue = new KnexAdapter({ connection: trx.knexClient })
  const now = deliveries.filter(({ due_at }) => due_at <= at.toJSDate())
  for (const [channel, group] of Map.groupBy(now, (one) => one.channel)) await queue.pushManyOn(channel, group.map(jobOf))
  for (const one of deliveries.filter(({ due_at }) => due_at > at.toJSDate()))
    await queue.pushLaterOn(one.channel, jobOf(one), one.due_at.getTime() - at.toMillis())
  if (now.length) await wake(trx, 'deliveries')
}

function jobOf({ id }: Dispatch) {
  return { id: randomUUID(), name: DELIVERY_JOB, payload: { id }, attempts: 0, createdAt: Date.now() }
}

function rowOf(letter: Letter, at: DateTime) {
  const { channel, userId, address, locale, template, params, secrets, expiresAt, notificationId, about, notBefore } = letter
  return {
    channel,
    user_id: userId ?? null,
    notification_id: notificationId ?? null,
    about: about ?? null,
    address,
    locale,
    template,
    params: JSON.stringify(params ?? {}),
    secrets: secrets ? encryption.encrypt(secrets) : null,
    // Drawn now: sent twice after a crash, it is still one message to whoever receives it.
    message_id: `<${randomUUID()}@${deliveriesConfig.domain}>`,
    created_at: at.toJSDate(),
    due_at: (notBefore && notBefore > at ? notBefore : at).toJSDate(),
    expires_at: expiresAt?.toJSDate() ?? null,
  }
}
