import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { KindName } from '#config/notifications'
import type { Act } from '#models/mixins/act'
import { type Letter, deliver } from '#models/mixins/delivering'
import { restUntil, sentenceOf } from '#models/mixins/telling'
import { audit } from '#models/mixins/tracked'

/** What somebody without account is told while their page is closed, by the phone that keeps their secret link, if it agreed. */
export interface Ring {
  attendeeId: number
  kind: KindName
  params: Record<string, string | number>
  /** local path that a touch opens */
  path: string
  /** what it is about, so that it can be withdrawn: `call:12` */
  about?: string
  expiresAt: DateTime
}

/** No notification is kept of it: their page says what is true. At night, as for an account that chose nothing. */
export async function ring(trx: TransactionClientContract, act: Act, rings: Ring[]) {
  if (rings.length === 0) return
  const { rows } = await trx.rawQuery<{ rows: { attendee: number; address: string; locale: Letter['locale'] }[] }>(
    `select l.attendee_id as attendee, b.id::text as address, b.locale
    from secret_links l join push_subscriptions b on b.secret_link_id = l.id
    where l.attendee_id = any(:attendees) and l.revoked_at is null and l.expires_at > :at order by b.id`,
    { attendees: rings.map(({ attendeeId }) => attendeeId) as never, at: act.at.toJSDate() }
  )
  const phonesOf = Map.groupBy(rows, ({ attendee }) => attendee)
  const letters = rings
    .map((one) => ({ ...one, notBefore: restUntil(one.kind, act.at) }))
    .filter(({ expiresAt, notBefore = act.at }) => expiresAt > notBefore)
    .flatMap(({ attendeeId, kind, params, path, about, expiresAt, notBefore }) =>
      (phonesOf.get(attendeeId) ?? []).map(({ address, locale }) => {
        const given = { sentence: sentenceOf(kind, params, locale), path, kind }
        return {
          channel: 'push',
          address,
          locale,
          template: 'messaging/notification',
          params: given,
          about,
          expiresAt,
          notBefore,
        } satisfies Letter
      })
    )
  await deliver(trx, act, letters)
}

/**
 * The phones that agreed under this link ring no more.
 * @param endpoint of the only one that is meant
 */
export async function hush(trx: TransactionClientContract, act: Act, linkId: number, endpoint?: string) {
  const phones = trx.from('push_subscriptions').where('secret_link_id', linkId)
  if (endpoint) phones.where({ endpoint })
  const silenced: { id: number }[] = await phones.delete('id')
  const line = { action: 'messaging.push_subscription.ended' }
  await audit(
    trx,
    act,
    silenced.map(({ id }) => ({ ...line, object: { type: 'push_subscription', id } }))
  )
}

/**
 * The phone that kept the place of an attendee rings for their account from now on. Of several, nobody knows which one it is: each
 * has to agree again.
 */
export async function carryOver(trx: TransactionClientContract, attendeeId: number, owner: { userId: number; signInId: number }) {
  await trx.rawQuery(
    `update push_subscriptions b set user_id = :userId, sign_in_id = :signInId, secret_link_id = null, locale = null
    from secret_links l
    where l.id = b.secret_link_id and l.attendee_id = :attendee and l.revoked_at is null
      and not exists (select 1 from push_subscriptions other where other.secret_link_id = l.id and other.id <> b.id)`,
    { ...owner, attendee: attendeeId }
  )
}
