import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import SecretLink, { drawToken, hashOf } from '#models/accounts/secret_link'
import type User from '#models/accounts/user'
import type { Viewer } from '#models/accounts/viewer'
import Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import { inLineAt } from '#models/fair/line'
import type Stand from '#models/fair/stand'
import type { JoinChoice } from '#models/fair/stand/queueing'
import { linkExpiry } from '#models/fair/stand/linking'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

export interface GuestValues {
  /** drawn with the form: the secret that the phone keeps */
  token: string
  givenName: string
  familyName: string
}

/** Being present at a fair. */
export function Attending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Arriving twice is arriving once.
     * @throws {Refusal} fair.refusals.attend_closed
     */
    async attend(this: Fair, user: User, act: Act): Promise<Attendee> {
      return within(act, async (trx) => {
        const known = await Attendee.query({ client: trx }).where({ fair_id: this.id, user_id: user.id }).first()
        if (known) return known
        await refuseClosed(this, trx)
        const arrived = await trx
          .knexQuery()
          .insert({
            fair_id: this.id,
            user_id: user.id,
            given_name: user.givenName,
            family_name: user.familyName,
            created_at: act.at.toJSDate(),
            updated_at: act.at.toJSDate(),
          })
          .into('attendees')
          .onConflict(trx.knexRawQuery('(fair_id, user_id) where user_id is not null'))
          .ignore()
          .returning('id')
        const attendee = await Attendee.query({ client: trx }).where({ fair_id: this.id, user_id: user.id }).firstOrFail()
        if (arrived.length === 0) return attendee
        await attendee.track(trx, act, 'fair.attendee.arrived')
        await signal(trx, [`fairs/${this.id}/control`])
        return attendee
      })
    }

    /**
     * Somebody with an account joins the queue of a stand, and arrives by it: whoever is refused has not arrived.
     * @param known whom they are here already
     * @throws {Refusal} fair.refusals.attend_closed, join_*
     */
    async enqueue(this: Fair, stand: Stand, known: Attendee | User, act: Act, choice: JoinChoice = {}): Promise<void> {
      await inLineAt(stand.id, act, async (trx) => {
        const attendee = known instanceof Attendee ? known : await this.attend(known, { ...act, trx })
        await stand.join(attendee, { ...act, trx }, choice)
      })
    }

    /**
     * Somebody who gives only a name comes to the fair by a stand's queue: an attendee without account, whose phone is to keep
     * the link. A form that is sent twice brings one person, once.
     * @param known whom their phone says that they are already
     * @throws {Refusal} fair.refusals.attend_closed, join_*: whoever is refused has not arrived
     */
    async welcome(
      this: Fair,
      stand: Stand,
      { token, ...values }: GuestValues,
      known: Attendee | null,
      act: Act,
      choice: JoinChoice = {}
    ): Promise<Attendee> {
      return inLineAt(stand.id, act, async (trx) => {
        await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [token])
        if (known) return stand.join(known, { ...act, trx }, choice).then(() => known)
        const twice = await guestOf(trx, this, token, act)
        if (twice && isNamed(twice, values)) return twice
        await refuseClosed(this, trx)
        const attendee = await Attendee.create({ fairId: this.id, ...values }, { client: trx })
        const byThem = { ...act, trx, by: { ...act.by, kind: 'attendee', id: attendee.id } } as const
        await attendee.track(trx, byThem, 'fair.attendee.arrived')
        const { ends_at } = await trx.from('fairs').where('id', this.id).forShare().select('ends_at').firstOrFail()
        await SecretLink.issueFor({ attendeeId: attendee.id }, linkExpiry(ends_at), byThem, await unused(trx, token))
        await stand.join(attendee, byThem, choice)
        return attendee
      })
    }

    /** Whom this browser is here: by the account of whoever is signed in, else by the link that it keeps. */
    async attendeeFor(this: Fair, viewer: Viewer): Promise<Attendee | null> {
      return (await this.attendeeOf(viewer.user)) ?? (await this.guestFor(viewer))
    }

    /** Whom the link that this browser keeps stands for, whoever is signed in. */
    async guestFor(this: Fair, viewer: Viewer): Promise<Attendee | null> {
      const guest = viewer.guestAt(this.id)
      return guest ? this.related('attendees').query().where('id', guest.attendeeId).first() : null
    }

    async attendeeOf(this: Fair, user: User | null): Promise<Attendee | null> {
      if (!user) return null
      return Attendee.query().where({ fair_id: this.id, user_id: user.id }).first()
    }
  }
}

async function refuseClosed(fair: Fair, trx: TransactionClientContract) {
  const open = await fair.related('openings').query().useTransaction(trx).whereNull('ended_at').first()
  if (!open) throw new Refusal('fair.refusals.attend_closed', { fair: fair.name })
}

/** A browser that goes back shows the form of before, and a phone that is lent somebody else's: the name says whose it is. */
function isNamed(attendee: Attendee, { givenName, familyName }: Omit<GuestValues, 'token'>) {
  return attendee.givenName === givenName && attendee.familyName === familyName
}

async function guestOf(trx: TransactionClientContract, fair: Fair, token: string, { at }: Act) {
  const [held] = await SecretLink.guests([token], at, trx)
  return held?.fairId === fair.id ? Attendee.query({ client: trx }).where('id', held.attendeeId).first() : null
}

/** A form that comes again for somebody else, or after its link was revoked, brings somebody new. */
async function unused(trx: TransactionClientContract, token: string) {
  return (await SecretLink.query({ client: trx }).where('token_hash', hashOf(token)).first()) ? drawToken() : token
}
