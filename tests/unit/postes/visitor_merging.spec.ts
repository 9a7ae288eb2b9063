import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aUser } from '#database/factories/accounts/organisations'
import { aGuest, aPoste, aSite, aVisitor, byNobody } from '#database/factories/postes/sites'
import PosteSession from '#models/postes/poste_session'
import type Site from '#models/postes/site'
import { assertRefused } from '#tests/support/fair'
import { everyRow } from '#tests/support/rows'

async function twice() {
  const site = await aSite({ mode: 'identified', sessionsPerDay: 50 })
  const kept = await aVisitor(site, 'Ana', { email: 'ana@example.net', notes: 'Vient le mardi' })
  const other = await aVisitor(site, 'Anna', { phone: '+262692123456', notes: 'Malvoyante', postalCode: '97400' })
  for (const one of [kept, other]) await one.consent('1', byNobody())
  return { site, kept, other }
}

async function ticket(site: Site, visitorId: number, number: number) {
  const at = byNobody().at
  const row = {
    site_id: site.id,
    visitor_id: visitorId,
    day: at.toISODate(),
    number,
    minutes: 30,
    taken_at: at.toJSDate(),
    taken_by: 'system',
  }
  await db.insertQuery().table('tickets').insert(row)
}

test.group('Two sheets of one person', () => {
  test('become one, with the sessions, the place in the line, the consents and what was missing', async ({ assert }) => {
    const { site, kept, other } = await twice()
    await aPoste(site)
    const stay = await site.issue({ visitorId: other.id, minutes: 30, started: true }, byNobody())
    await ticket(site, other.id, 1)
    await ticket(site, kept.id, 2)
    const user = await aUser()
    await other.giveClaim(byNobody())
    await other.claim(user, byNobody())
    await kept.absorb(other.id, byNobody())
    assert.containsSubset((await kept.refresh()).serialize(), {
      givenName: 'Ana',
      email: 'ana@example.net',
      phone: '+262692123456',
      postalCode: '97400',
      notes: 'Vient le mardi\nMalvoyante',
      userId: user.id,
    })
    assert.equal((await PosteSession.findOrFail(stay.id)).visitorId, kept.id)
    assert.isNull((await PosteSession.findOrFail(stay.id)).endedAt)
    const open = await db.from('tickets').where('visitor_id', kept.id).whereNull('closed_at').select('number')
    assert.deepEqual(open, [{ number: 1 }])
    assert.lengthOf(await kept.related('consentRows').query(), 2)
    assert.isTrue(await kept.hasConsented())
    assert.containsSubset((await other.refresh()).serialize(), { mergedInto: kept.id, givenName: null, phone: null })
  })

  test('stay two when both are there, when accounts differ, or when nothing would be left of a name', async ({ assert }) => {
    const { site, kept, other } = await twice()
    await Promise.all([aPoste(site), aPoste(site)])
    const guest = await aGuest(site)
    const elsewhere = await aVisitor(await aSite({ mode: 'identified' }))
    for (const one of [kept, other]) await one.claim(await aUser(), byNobody())
    const before = await everyRow()
    await assertRefused(assert, () => kept.absorb(other.id, byNobody()), 'visitors.refusals.merge_accounts')
    await assertRefused(assert, () => kept.absorb(kept.id, byNobody()), 'visitors.refusals.merge_self')
    await assertRefused(assert, () => guest.absorb(kept.id, byNobody()), 'visitors.refusals.merge_guest')
    await assertRefused(assert, () => kept.absorb(elsewhere.id, byNobody()), 'postes.refusals.visitor_unknown')
    assert.deepEqual(await everyRow(), before)
    await other.unlink(byNobody())
    for (const one of [kept, other]) await site.issue({ visitorId: one.id, minutes: 30 }, byNobody())
    await assertRefused(assert, () => kept.absorb(other.id, byNobody()), 'visitors.refusals.merge_busy')
  })

  test('one of which was a guest’s: the sessions find their name', async ({ assert }) => {
    const { site, kept } = await twice()
    await aPoste(site)
    const guest = await aGuest(site)
    const stay = await site.issue({ visitorId: guest.id, minutes: 30 }, byNobody())
    await kept.absorb(guest.id, byNobody())
    assert.equal((await stay.refresh()).visitorId, kept.id)
    assert.isNotNull((await guest.refresh()).anonymisedAt)
  })
})
