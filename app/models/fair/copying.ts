import type User from '#models/accounts/user'
import type Fair from '#models/fair/fair'
import type { FairValues } from '#models/fair/fair/editing'
import { planFair } from '#models/fair/planning'
import { type Act, within } from '#models/mixins/act'

/** The same fair at other dates: its parameters and its stands, with links of their own, and nobody in it. */
export async function copyFair(
  fair: Fair,
  values: Pick<FairValues, 'name' | 'place' | 'slug' | 'startsAt' | 'endsAt'>,
  organiser: User,
  act: Act
): Promise<Fair> {
  return within(act, async (trx) => {
    const { opensAt, closesAt, defaultSlots, standsSetSlots, graceSeconds, interviewMinutes } = fair
    const parameters = { opensAt, closesAt, defaultSlots, standsSetSlots, graceSeconds, interviewMinutes }
    const copy = await planFair({ ...parameters, ...values }, organiser, { ...act, trx })
    for (const stand of await standsOf(fair)) await copy.addStand(stand, { ...act, trx })
    await copy.track(trx, act, 'fair.fair.copied', { from: fair.id })
    return copy
  })
}

/** An organisation that was stopped since is not invited again by mistake: its stand is, without it. */
async function standsOf(fair: Fair) {
  const stands = await fair.related('stands').query().preload('organisation').orderBy('id')
  return stands.map(({ name, slots, queueLimit, place, organisation }) => {
    return { name, slots, queueLimit, place, organisationId: organisation && !organisation.stopped ? organisation.id : null }
  })
}

/** `Forum 2026` is followed by `Forum 2027`. */
export function nextName({ name, startsAt }: Fair) {
  return name.replaceAll(String(startsAt.year), String(startsAt.year + 1))
}
