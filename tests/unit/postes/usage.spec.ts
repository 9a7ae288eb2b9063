import { test } from '@japa/runner'
import { aSite, aVisitor, running } from '#database/factories/postes/sites'
import type Site from '#models/postes/site'
import { usageOf } from '#models/postes/usage'
import { monthOf, periodOf } from '#models/postes/usage/period'
import { queriesOf } from '#tests/support/queries'
import { EVENING, HOURS, aThursday, at, by } from '#tests/support/thursday'

const week = (now = EVENING) => periodOf('7d', now)
const sheet = async (site: Site, now = EVENING) => usageOf(site, week(now), now)

test.group('The use of a site', () => {
  test('says what was counted by hand', async ({ assert }) => {
    const { site } = await aThursday()
    const { total, rate, mean, people, days, audience } = await sheet(site)
    assert.containsSubset(total, { sessions: 2, ended: 2, noShows: 1, asked: 2, accepted: 1, addedSeconds: 900 })
    // 40 minutes of the first, an hour of the second of which half an hour was while the doors were open.
    assert.equal(total.usedSeconds, 100 * 60)
    assert.equal(total.openUsedSeconds, 70 * 60)
    assert.equal(total.availableSeconds, 13 * 3600)
    assert.equal(rate, 70 / 780)
    assert.equal(mean, 50 * 60)
    assert.deepEqual(people, { visitors: 2, guests: 2 })
    assert.isNull(audience)
    assert.lengthOf(days, 7)
    assert.equal(days[6].day, '2030-05-02')
    assert.deepEqual([total.hours[9], total.hours[10], total.hours[11], total.hours[12]], [2400, 0, 1800, 1800])
    assert.deepEqual(days[6].hours, total.hours)
  })

  test('PPM-B12: what is suspended is no use, and no rate is above the whole', async ({ assert }) => {
    const site = await aSite({}, HOURS)
    const poste = await site.addPoste({ name: 'Un' }, by('09:00'))
    const session = await running(site, poste, 240, by('09:00'))
    await session.suspend(by('09:30'))
    assert.equal((await sheet(site, at('12:00'))).total.usedSeconds, 1800)
    await session.resume(by('12:00'))
    await session.addTime(120, by('12:01'))
    const { rate } = await sheet(site, at('14:30'))
    assert.equal(rate, (30 + 30) / (180 + 30))
  })

  test('PPM-B6: a session that runs counts until now, one that ran over midnight on both its days', async ({ assert }) => {
    const site = await aSite()
    const poste = await site.addPoste({ name: 'Un' }, by('22:00'))
    await running(site, poste, 240, by('23:30'))
    const early = await sheet(site, at('23:45'))
    assert.equal(early.total.usedSeconds, 900)
    assert.isNull(early.mean)
    const { days } = await sheet(site, at('01:30', '2030-05-03'))
    assert.deepEqual(
      days.slice(-2).map(({ usedSeconds, sessions }) => [usedSeconds, sessions]),
      [
        [1800, 1],
        [5400, 0],
      ]
    )
  })

  test('PPM-B16: those registered this month are of this year', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    for (const [name, day] of [
      ['Avant', '2029-05-02'],
      ['Avril', '2030-04-30'],
      ['Mai', '2030-05-01'],
      ['Aussi', '2030-05-02'],
    ])
      await aVisitor(site, name, { createdAt: at('09:00', day) })
    await site.welcomeGuest(by('09:00'))
    const { registered } = await sheet(site)
    assert.equal(registered.count, 2)
    assert.equal((await usageOf(site, monthOf('2029-05', EVENING)!, EVENING)).registered.count, 1)
    assert.equal((await usageOf(site, monthOf('2030-04', EVENING)!, EVENING)).registered.count, 1)
  })

  test('costs the same number of questions for a day and for many', async ({ assert }) => {
    const { site, one } = await aThursday('identified')
    const few = (await queriesOf(() => sheet(site))).length
    for (let n = 0; n < 12; n++) await (await running(site, one, 10, by('19:00'))).end('desk', by('19:05'))
    const many = await queriesOf(() => usageOf(site, monthOf('2030-05', EVENING)!, EVENING))
    assert.equal(many.length, few)
    assert.isAtMost(few, 13)
  })

  test('is there for a site where nothing was', async ({ assert }) => {
    const { rate, mean, total } = await sheet(await aSite())
    assert.isNull(rate)
    assert.isNull(mean)
    assert.equal(total.sessions, 0)
  })
})
