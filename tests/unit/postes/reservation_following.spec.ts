import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aVisitor, reserved } from '#database/factories/postes/sites'
import { pastSessions } from '#models/postes/clearing'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import { posteIdentity } from '#models/postes/forgetting'
import type Poste from '#models/postes/poste'
import { callsToMake } from '#models/postes/reservation_list'
import type Site from '#models/postes/site'
import type Visitor from '#models/postes/visitor'
import { person } from '#tests/support/agent'
import { START, at, instant, twoPostes } from '#tests/support/reserving'

const DAY = 1440

function keep(site: Site, visitor: Visitor, poste: Poste | null, [from, to]: [number, number], act = at(0)) {
  return site.reserve({ visitorId: visitor.id, posteId: poste?.id ?? null, startsAt: instant(from), minutes: to - from }, act)
}

/** Whoever has an account at a site. */
async function linked(site: Site) {
  const alice = await person('alice')
  return { alice, visitor: await aVisitor(site, 'Alice', { userId: alice.id }) }
}

async function newsOf(userId: number) {
  const rows = await db.from('notifications').where('user_id', userId).where('kind', 'like', 'postes.%').orderBy('id')
  return rows.map(({ kind, expires_at: expires }) => [kind.split('_').at(-1), (expires.getTime() - START.toMillis()) / 60_000])
}

test.group('Whoever has an account', () => {
  test('is told of a reservation, reminded of it once the day before, and told when it is no more', async ({ assert }) => {
    const { site, first } = await twoPostes()
    const { alice, visitor } = await linked(site)
    const one = await keep(site, visitor, first, [3 * DAY, 3 * DAY + 60])
    assert.deepEqual(await newsOf(alice.id), [['made', 3 * DAY]])
    await meetDeadlines(at(0))
    assert.equal((await nextDeadline())!.getTime(), instant(2 * DAY).toMillis())
    await meetDeadlines(at(2 * DAY - 1))
    for (const now of [2 * DAY, 2 * DAY + 1]) await meetDeadlines(at(now))
    assert.deepEqual(await newsOf(alice.id), [
      ['made', 2 * DAY],
      ['soon', 3 * DAY],
    ])
    const letters = await db.from('deliveries').where('user_id', alice.id).where('channel', 'email').orderBy('id')
    assert.deepEqual(
      letters.map(({ status, params }) => [status, params.sentence.replace(/\s/g, ' ')]),
      [
        ['expired', `Réservé pour vous à ${site.name} : Poste A, 7 mars 2031 à 9 h 00.`],
        ['waiting', `Rappel : Poste A est réservé pour vous à ${site.name}, 7 mars 2031 à 9 h 00.`],
      ]
    )
    await one.rearrange({ posteId: first.id, startsAt: instant(4 * DAY), minutes: 60 }, at(2 * DAY + 2))
    await meetDeadlines(at(3 * DAY))
    await one.cancel('desk', at(3 * DAY + 1))
    assert.deepEqual(
      (await newsOf(alice.id)).map(([kind]) => kind),
      ['made', 'soon', 'made', 'soon', 'cancelled']
    )
    assert.equal((await newsOf(alice.id))[3][1], 3 * DAY + 1, 'a reminder of what is no more is withdrawn')
  })

  test('is reminded some hours before of what was reserved late, and not of what they have just done', async ({ assert }) => {
    const { site, first } = await twoPostes()
    const { alice, visitor } = await linked(site)
    await keep(site, visitor, first, [240, 300], { ...at(0), by: { kind: 'user', id: alice.id } })
    await keep(site, visitor, first, [60, 90], { ...at(0), by: { kind: 'user', id: alice.id } })
    assert.deepEqual(await newsOf(alice.id), [])
    await meetDeadlines(at(119))
    assert.deepEqual(await newsOf(alice.id), [])
    await meetDeadlines(at(120))
    assert.deepEqual(await newsOf(alice.id), [['soon', 240]])
  })
})

test.group('Whoever has none', () => {
  test('is called by the desk, once', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    const ana = await aVisitor(site, 'Ana', { phone: '+262692000101' })
    const one = await keep(site, ana, first, [2 * DAY, 2 * DAY + 60])
    await reserved(site, second, [DAY, DAY + 60], at(0))
    const calls = async (minutes: number) => (await callsToMake(site, instant(minutes))).map(({ id, phone }) => [id, phone])
    assert.deepEqual(await calls(DAY - 1), [])
    assert.deepEqual(await calls(DAY), [[one.id, '+262692000101']])
    await meetDeadlines(at(DAY))
    assert.deepEqual(await calls(DAY), [[one.id, '+262692000101']])
    for (const now of [1, 2]) await one.noteCall(at(DAY + now))
    assert.deepEqual(await calls(DAY + 3), [])
    assert.lengthOf(await db.from('audit_events').where({ action: 'postes.reservation.called', object_id: one.id }), 1)
    await site.closeOn({ startsOn: DateTime.utc(2031, 3, 6), endsOn: DateTime.utc(2031, 3, 6) }, at(DAY + 4))
    assert.deepEqual(await calls(DAY + 5), [[one.id, '+262692000101']], 'they do not know that the site is closed')
    await one.noteCall(at(DAY + 6))
    assert.deepEqual(await calls(DAY + 7), [])
  })
})

test.group('What is reserved', () => {
  test('is cancelled by a closing and by hours that leave it out, and no more than that', async ({ assert }) => {
    const { site, first } = await twoPostes()
    const days = []
    for (const day of [1, 2, 3]) days.push(await reserved(site, first, [day * DAY, day * DAY + 60], at(0)))
    assert.equal(await site.closeOn({ startsOn: DateTime.utc(2031, 3, 5), endsOn: DateTime.utc(2031, 3, 5) }, at(1)), 1)
    const thursdays = { weekday: 4, opensAt: '09:00', closesAt: '12:00' }
    assert.equal(await site.setHours([thursdays], at(2)), 1)
    for (const one of days) await one.refresh()
    assert.deepEqual(
      days.map(({ outcome, cause }) => [outcome, cause]),
      [
        ['cancelled', 'closing'],
        [null, null],
        ['cancelled', 'closing'],
      ]
    )
    await site.retire(at(3))
    assert.equal((await days[1].refresh()).cause, 'closing')
  })

  test('is on another poste when its own is retired, if one is free then', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    const [moved, lost] = [await reserved(site, first, [60, 120], at(0)), await reserved(site, first, [180, 240], at(0))]
    await reserved(site, second, [200, 210], at(0))
    await first.retire(at(1))
    assert.deepEqual([(await moved.refresh()).posteId, moved.outcome], [second.id, null])
    assert.deepEqual([(await lost.refresh()).outcome, lost.cause], ['cancelled', 'poste'])
  })

  test('goes with a person who is forgotten, and to the one who stays of two', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    const [ana, anna, noe] = [await aVisitor(site, 'Ana'), await aVisitor(site, 'Anna'), await aVisitor(site, 'Noé')]
    const [own, double] = [await keep(site, ana, first, [60, 120]), await keep(site, anna, second, [90, 150])]
    const [hers, his] = [await keep(site, anna, second, [180, 240]), await keep(site, noe, first, [180, 240])]
    await ana.absorb(anna.id, at(1))
    for (const one of [own, double, hers]) await one.refresh()
    assert.deepEqual(
      [own, double, hers].map(({ visitorId, outcome }) => [visitorId, outcome]),
      [
        [ana.id, null],
        [ana.id, 'cancelled'],
        [ana.id, null],
      ]
    )
    await noe.anonymise(at(2))
    assert.deepEqual([(await his.refresh()).outcome, his.cause], ['cancelled', 'forgotten'])
  })

  test('keeps who is to come from being forgotten, and is forgotten itself by the clock of the sessions', async ({ assert }) => {
    const { site, first } = await twoPostes()
    const ana = await aVisitor(site)
    const one = await keep(site, ana, first, [DAY, DAY + 60])
    const before = instant(60).toJSDate()
    const due = await posteIdentity.count(before)
    await one.cancel('desk', at(1))
    assert.equal(await posteIdentity.count(before), due, 'what is written of them is of use until then')
    const past = await pastSessions.count(instant(2).toJSDate())
    await db.transaction((trx) => pastSessions.remove(trx, instant(2).toJSDate(), past))
    assert.isNull(await db.from('reservations').where('id', one.id).first())
    assert.equal(await posteIdentity.count(before), due + 1)
  })
})
