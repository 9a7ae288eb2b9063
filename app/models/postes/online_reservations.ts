/* What people reserve by themselves, with their account, at sites that let them. */
import type { DateTime } from 'luxon'
import { registrationsOf } from '#models/postes/claims'
import { reservationDraft } from '#models/postes/reservation_draft'
import Visitor from '#models/postes/visitor'

/** The places where somebody may, and what the form proposes at the first of them, or at the one that the address names. */
export async function onlineDraft(userId: number, asked: { day: string; time: string; site: string }, at: DateTime) {
  const registrations = (await registrationsOf(userId)).filter(({ site }) => site.takesOnlineReservations)
  const chosen = registrations.find(({ site }) => site.slug === asked.site) ?? registrations[0] ?? null
  return { registrations, chosen, draft: chosen && (await reservationDraft(chosen.site, asked, at)) }
}

/** @throws E_ROW_NOT_FOUND for who is not theirs, or where the desk alone reserves */
export async function onlineVisitor(userId: number, id: number): Promise<Visitor> {
  return Visitor.query()
    .where({ id, user_id: userId })
    .whereNull('anonymised_at')
    .whereHas('site', (query) => void query.where('online_reservations', true).whereNull('retired_at'))
    .preload('site')
    .firstOrFail()
}
