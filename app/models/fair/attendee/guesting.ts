import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import type User from '#models/accounts/user'
import type Attendee from '#models/fair/attendee'
import { lockAttendee } from '#models/fair/floor'
import { linkExpiry } from '#models/fair/stand/linking'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { carryOver, hush } from '#models/mixins/ringing'
import { uniqueOr } from '#models/mixins/uniqueness'

/** What somebody without an account is at the fair with: the secret link that their phone keeps. */
export interface GuestLink {
  link: SecretLink
  token: string
  /** local address of the page whose button lets a phone in */
  path: string
}

/** Being at a fair without an account, and linking it to one later. */
export function Guesting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The link that is theirs now, if they were given one. */
    async currentGuestLink(this: Attendee): Promise<GuestLink | null> {
      return guestLinkOf(this)
    }

    /**
     * Gives them a link, or the one that they have: phones that hold it go on.
     * @throws {Refusal} fair.refusals.guest_has_account
     */
    async guestLink(this: Attendee, act: Act): Promise<GuestLink> {
      return within(act, async (trx) => {
        const attendee = await lockAttendee(trx, this.id)
        const { ends_at } = await trx.from('fairs').where('id', this.fairId).forShare().select('ends_at').firstOrFail()
        if (attendee.userId) throw new Refusal('fair.refusals.guest_has_account', { name: attendee.fullName })
        const current = await guestLinkOf(attendee, trx)
        if (current && current.link.expiresAt > act.at) return current
        await SecretLink.issueFor({ attendeeId: attendee.id }, linkExpiry(ends_at), { ...act, trx })
        return (await guestLinkOf(attendee, trx))!
      })
    }

    /** The phones that hold the link are no longer known. */
    async revokeGuestLink(this: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockAttendee(trx, this.id)
        await SecretLink.revokeOf({ attendeeId: this.id }, { ...act, trx })
      })
    }

    /**
     * A phone that keeps the link is lent, or given back: it rings no more. Another may keep the link, and ring on.
     * @param endpoint where it agreed to ring; all of them when it does not say
     */
    async forgetPhone(this: Attendee, endpoint: string | undefined, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const link = await SecretLink.currentOf({ attendeeId: this.id }, trx)
        if (link) await hush(trx, act, link.id, endpoint)
      })
    }

    /**
     * "Rattacher à mon compte": the person's own act, never a guess from their address. Claiming twice is claiming once.
     * @throws {Refusal} fair.refusals.claim_taken, claim_twice
     */
    async claim(this: Attendee, user: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const attendee = await lockAttendee(trx, this.id)
        if (attendee.userId === user.id) return
        if (attendee.userId) throw new Refusal('fair.refusals.claim_taken')
        // The index (fair, user) has the last word: the account may arrive by another door meanwhile.
        await uniqueOr(attendee.useTransaction(trx).merge({ userId: user.id }).save(), 'fair.refusals.claim_twice')
        if (user.signIn) await carryOver(trx, this.id, { userId: user.id, signInId: user.signIn.id })
        await SecretLink.revokeOf({ attendeeId: this.id }, { ...act, trx })
        await attendee.track(trx, act, 'fair.attendee.claimed', { userId: user.id })
        await signal(trx, [`attendees/${this.id}`, `users/${user.id}`, `fairs/${attendee.fairId}/control`])
      })
    }
  }
}

/** Null as well when its secret was encrypted with a key that is lost: a new one is to be given. */
async function guestLinkOf(attendee: Attendee, trx?: TransactionClientContract): Promise<GuestLink | null> {
  const link = await SecretLink.currentOf({ attendeeId: attendee.id }, trx)
  if (!link?.token) return null
  const fair = await attendee
    .related('fair')
    .query()
    .if(trx, (query) => void query.useTransaction(trx!))
    .firstOrFail()
  return { link, token: link.token, path: `${fair.path}/guests/${link.token}` }
}
