/* A place that was taken at a fair without account follows whoever makes an account on the same phone. */
import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'
import { isSameAddress } from '#models/accounts/user'
import type { Viewer } from '#models/accounts/viewer'
import Attendee from '#models/fair/attendee'

/** What somebody who made an account asked for, until they sign in to it with the phone that keeps their places. */
interface Intent {
  email: string
  attendees: number[]
}

/** Whom this browser is without account: one person, at each fair where they gave the same name. The last fair first. */
export async function placesToClaim({ guests }: Viewer): Promise<Attendee[]> {
  if (guests.length === 0) return []
  const ids = guests.map(({ attendeeId }) => attendeeId)
  const kept = await Attendee.query().whereIn('id', ids).whereNull('user_id').preload('fair').orderBy('id', 'desc')
  return kept.filter(({ fullName }) => fullName === kept[0].fullName)
}

/** Nothing is claimed by asking for an account: nobody has proved yet that it is theirs, and nobody learns whether there was one. */
export async function rememberClaim({ session, viewer }: HttpContext, email: string) {
  const places = await placesToClaim(viewer)
  if (places.length > 0) session.put('claim', { email, attendees: places.map(({ id }) => id) } satisfies Intent)
}

/** Signed in to the account that was asked for, with the phone that keeps the places: they are that account's. */
export async function claimPlaces({ session, viewer, i18n }: HttpContext) {
  const intent: Intent | null = session.pull('claim', null)
  if (!intent || !isSameAddress(intent.email, viewer.user!.email)) return
  const places = (await placesToClaim(viewer)).filter(({ id }) => intent.attendees.includes(id))
  for (const place of places) {
    try {
      await place.claim(viewer.user!, viewer.act())
      session.flash('toast', { kind: 'success', text: i18n.t('visiting.claimed', { fair: place.fair.name }) })
    } catch (error) {
      // The account came to that fair by another door meanwhile: its page says what this phone still keeps.
      if (!(error instanceof Refusal)) throw error
      session.flash('toast', { kind: 'error', text: i18n.t(error.sentence, error.params) })
    }
  }
}
