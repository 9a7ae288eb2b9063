import type User from '#models/accounts/user'
import { freeSlug } from '#models/fair/addressing'
import Fair from '#models/fair/fair'
import type { FairValues } from '#models/fair/fair/editing'
import { type Act, within } from '#models/mixins/act'
import { uniqueOr } from '#models/mixins/uniqueness'
import { settings } from '#services/settings'

/**
 * A new fair; whoever creates it organises it. Its address is drawn from its name unless it is chosen.
 * @throws {Refusal} fair.refusals.slug_taken
 */
export async function planFair({ slug, ...values }: FairValues, organiser: User, act: Act): Promise<Fair> {
  return within(act, async (trx) => {
    const address = slug ?? (await freeSlug(trx, values.name))
    const chosen = { defaultSlots: settings().fair.defaultSlots, ...values, slug: address }
    const fair = await uniqueOr(Fair.create(chosen, { client: trx }), 'fair.refusals.slug_taken', 'slug')
    await fair.refresh()
    await fair.track(trx, act, 'fair.fair.planned')
    await organiser.grant({ role: 'organiser', fairId: fair.id }, { ...act, trx })
    return fair
  })
}
