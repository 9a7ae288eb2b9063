import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { postesConfig } from '#config/postes'
import { type Act, within } from '#models/mixins/act'
import type PosteSession from '#models/postes/poste_session'
import { refuseBookedAfter } from '#models/postes/booked'
import { lockPostes, lockSession, tellOf, usedSeconds } from '#models/postes/running'

/** A day: what one session may be granted in all (s). */
const MOST = 86_400

/** More time for a session. */
export function Granting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Whether it runs, waits for its code or is suspended.
     * @throws {Refusal} postes.refusals.ended, minutes_added, day_full, reservations.refusals.extended
     */
    async addTime(this: PosteSession, minutes: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const session = await lockSession(trx, this.id)
        await grant(trx, act, session, minutes)
        await tellOf(trx, session)
      })
    }
  }
}

/** Whoever calls holds the row of the session. */
export async function grant(trx: TransactionClientContract, act: Act, session: PosteSession, minutes: number) {
  const [least, most] = postesConfig.added
  if (!Number.isInteger(minutes) || minutes < least || minutes > most)
    throw new Refusal('postes.refusals.minutes_added', { least, most }, { status: 422, field: 'minutes' })
  // Over by the clock, and nobody has said so yet: it is over all the same.
  if (session.endedAt || (session.endsAt && session.endsAt <= act.at)) throw new Refusal('postes.refusals.ended')
  const seconds = minutes * 60
  if (session.grantedSeconds + seconds > MOST) throw new Refusal('postes.refusals.day_full', {}, { status: 422, field: 'minutes' })
  await refuseReserved(trx, act, session, seconds)
  await session
    .useTransaction(trx)
    .merge({
      grantedSeconds: session.grantedSeconds + seconds,
      addedSeconds: session.addedSeconds + seconds,
      endsAt: session.endsAt?.plus({ seconds }) ?? null,
      lease: session.lease + 1,
    })
    .save()
  await session.track(trx, act, 'postes.poste_session.time_added', { poste: session.posteId, minutes })
}

/** What is left of it stands still or runs: with more of it, it must be over before the poste is somebody else's. */
export async function refuseReserved(trx: TransactionClientContract, act: Act, session: PosteSession, seconds: number) {
  await lockPostes(trx, [session.posteId])
  const left = session.endsAt
    ? session.endsAt.diff(act.at, 'seconds').seconds
    : session.grantedSeconds - (await usedSeconds(trx, session.id))
  await refuseBookedAfter(trx, act, session.posteId, left, seconds)
}
