import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aGuest, aPoste, aSite, aStation, atDesk, aVisitor, issued } from '#database/factories/postes/sites'
import { assertRefused } from '#tests/support/fair'
import { at, room } from '#tests/support/poste_room'

test.group('A code is given', () => {
  test('PPM-B3: within the day’s limit and to somebody who has none', async ({ assert }) => {
    const site = await aSite({ sessionsPerDay: 2 })
    const poste = await aPoste(site)
    const ana = await aVisitor(site, 'Ana')
    const give = () => site.issue({ visitorId: ana.id, minutes: 10 }, atDesk())
    const first = await give()
    await assertRefused(assert, give, 'postes.refusals.visitor_busy')
    // One that never began is not one of the day's.
    await first.end('desk', atDesk())
    for (let times = 0; times < 2; times++) {
      const session = await give()
      await session.start(atDesk())
      await session.end('visitor', atDesk())
    }
    await assertRefused(assert, give, 'postes.refusals.day_limit')
    for (const minutes of [0, 241, 500, 1.5])
      await assertRefused(assert, () => site.issue({ visitorId: ana.id, posteId: poste.id, minutes }, atDesk()), 'postes.refusals.minutes')
  })

  test('to nobody of another site, nor who has been forgotten, nor on a poste in maintenance', async ({ assert }) => {
    const [site, other] = [await aSite(), await aSite()]
    const [poste, elsewhere] = [await aPoste(site), await aPoste(other)]
    const stranger = await aVisitor(other)
    const guest = await aGuest(site)
    await assertRefused(assert, () => site.issue({ visitorId: stranger.id, minutes: 5 }, atDesk()), 'postes.refusals.visitor_unknown')
    const issue = (posteId?: number) => () => site.issue({ visitorId: guest.id, posteId, minutes: 5 }, atDesk())
    await assertRefused(assert, issue(elsewhere.id), 'postes.refusals.poste_unknown')
    await poste.maintain('Écran', atDesk())
    await assertRefused(assert, issue(poste.id), 'postes.refusals.poste_maintained')
    await assertRefused(assert, issue(), 'postes.refusals.none_free')
    await poste.endMaintenance(atDesk())
    assert.equal((await issue()()).posteId, poste.id)
  })

  test('to somebody known by name once they have agreed, where the site asks for it', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    await aPoste(site)
    const ana = await aVisitor(site, 'Ana')
    const give = () => site.issue({ visitorId: ana.id, minutes: 10 }, atDesk())
    await assertRefused(assert, give, 'postes.refusals.no_consent')
    await ana.consent('2026-1', atDesk())
    assert.lengthOf((await give()).code!, 6)
  })
})

test.group('A code is typed', () => {
  test('PPM-B10: unknown, expired, used or of another poste, the answer is the same', async ({ assert }) => {
    const { site, first, second } = await room()
    const { station } = await aStation(first)
    const [here, there] = [await issued(site, first, 10, at(0)), await issued(site, second, 10, at(0))]
    const code = here.code!
    for (const [i, typed] of ['ZZZZZZ', '', 'O0I1', '<script>', there.code!].entries())
      await assertRefused(assert, () => station.enter(typed, at(i * 2)), 'postes.refusals.code')
    const opened = await station.enter(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`, at(30))
    assert.equal(opened.id, here.id)
    await opened.end('visitor', at(31))
    await assertRefused(assert, () => station.enter(code, at(32)), 'postes.refusals.code')
  })

  test('too often, one has to wait, longer each time; a code that opens ends it', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    const session = await issued(site, first, 10, at(0))
    for (let times = 0; times < 3; times++) await assertRefused(assert, () => station.enter('ZZZZZZ', at(0, times)), 'postes.refusals.code')
    await assertRefused(assert, () => station.enter(session.code!, at(0, 3)), 'postes.refusals.code_wait')
    await assertRefused(assert, () => station.enter('ZZZZZZ', at(0, 5)), 'postes.refusals.code')
    await assertRefused(assert, () => station.enter('ZZZZZZ', at(0, 8)), 'postes.refusals.code_wait')
    await station.enter(session.code!, at(0, 10))
    assert.isNull(await station.opensAgainAt(at(0, 11)))
  })

  test('ten that open nothing alert the desk', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    await issued(site, first)
    for (let times = 0; times < 10; times++) await assertRefused(assert, () => station.enter('ZZZZZZ', at(times)), 'postes.refusals.code')
    const news = await db.from('notifications').where('about', `failures:${station.id}`)
    assert.isNotEmpty(news)
  })
})
