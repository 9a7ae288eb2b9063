import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import type Attendee from '#models/fair/attendee'
import type Stand from '#models/fair/stand'
import { interviewOf } from '#tests/support/fair'

/** An instant of that day, in Paris. */
export const at = (time: string): DateTime => DateTime.fromISO(`2030-05-02T${time}`, { zone: 'Europe/Paris' })

async function meets(stand: Stand, attendee: Attendee, from: string, to: string) {
  await stand.startInterview(attendee, byNobody(at(from)))
  await stand.markPassed(await interviewOf(attendee), byNobody(at(to)))
}

/**
 * A fair whose figures are counted by hand, where Initech sees nobody and Emma joins nothing.
 *
 *     Acme    Alice joins 8.00, inside 8.10–8.20 · Bob joins 8.00, inside 8.30–8.50 · Chloé joins 8.05, leaves 8.06
 *     Globex  Alice joins 8.00, inside 9.00–9.30 · Denis joins 9.00, is absent at 9.31
 */
export async function toldFair() {
  const fair = await aFair({ open: false, name: 'Forum', startsAt: at('07:00'), endsAt: at('18:00') })
  await fair.open(byNobody(at('07:30')))
  const [acme, globex, initech] = [
    await aStand(fair, { name: 'Acme' }),
    await aStand(fair, { name: 'Globex' }),
    await aStand(fair, { name: 'Initech' }),
  ]
  const [alice, bob, chloe, denis, emma] = await Promise.all(
    ['Alice', 'Bob', 'Chloé', 'Denis', 'Emma'].map((name) => anAttendee(fair, name))
  )
  await acme.join(alice, byNobody(at('08:00')))
  await acme.join(bob, byNobody(at('08:00')))
  await globex.join(alice, byNobody(at('08:00')))
  await acme.join(chloe, byNobody(at('08:05')))
  await acme.leave(chloe, byNobody(at('08:06')))
  await meets(acme, alice, '08:10', '08:20')
  await meets(acme, bob, '08:30', '08:50')
  await alice.resume(byNobody(at('08:55')))
  await globex.join(denis, byNobody(at('09:00')))
  await meets(globex, alice, '09:00', '09:30')
  await globex.markAbsent(await denis.related('entries').query().firstOrFail(), byNobody(at('09:31')))
  return { fair, acme, globex, initech, alice, bob, chloe, denis, emma }
}
