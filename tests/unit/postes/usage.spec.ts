import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aSite, aVisitor, atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import type Site from '#models/postes/site'
import { usageOf } from '#models/postes/usage'
import { type Fleet, availableSeconds, openSpans } from '#models/postes/usage/availability'
import { audienceOf, together } from '#models/postes/usage/audience'
import { monthOf, monthsBefore, periodOf } from '#models/postes/usage/period'
import { queriesOf } from '#tests/support/queries'

const zone = 'Europe/Paris'
/** A Thursday. */
const at = (clock: string, day = '2030-05-02') => DateTime.fromISO(`${day}T${clock}`, { zone })
const by = (clock: string, day?: string) => atDesk(at(clock, day))
const EVENING = at('22:00')

const HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opensAt: '09:00', closesAt: '12:00' },
  { weekday, opensAt: '14:00', closesAt: '18:00' },
])

/** Open seven hours, two postes of which one was an hour in maintenance: 13 hours to use. */
async function aThursday(mode: 'anonymous' | 'identified' = 'anonymous') {
  const site = await aSite({ mode }, HOURS)
  const one = await site.addPoste({ name: 'Un' }, by('08:00'))
  const two = await site.addPoste({ name: 'Deux' }, by('08:00'))
  await two.maintain('Écran', by('13:30'))
  await two.endMaintenance(by('15:00'))
  const first = await running(site, one, 60, by('09:00'))
  await first.askForTime(15, by('09:05'))
  await first.answerExtension((await db.from('extensions').orderBy('id', 'desc').first()).id, true, by('09:06'))
  await first.suspend(by('09:20'))
  await first.resume(by('09:40'))
  await first.askForTime(10, by('09:41'))
  await first.answerExtension((await db.from('extensions').orderBy('id', 'desc').first()).id, false, by('09:42'))
  await first.end('visitor', by('10:00'))
  const second = await running(site, two, 60, by('11:30'))
  await meetDeadlines(by('12:30'))
  await issued(site, one, 30, by('16:00'))
  await meetDeadlines(by('18:00'))
  const taken = await issued(site, one, 30, by('18:10'))
  await taken.end('desk', by('18:11'))
  return { site, one, two, first, second }
}

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

test.group('What postes offer', () => {
  const day = at('00:00')
  const timetable = { hours: HOURS.map((hours) => ({ ...hours })), closings: [] }
  const ms = (clock: string) => at(clock).toMillis()
  const poste = (from: string, to = '23:00') => ({ id: 1, from: ms(from), to: ms(to) })
  const fleet = (values: Partial<Fleet>): Fleet => ({ postes: [poste('00:00')], maintenances: [], ...values })
  const spans = openSpans(timetable, day, EVENING)

  test('is their hours, up to now, none on a closed day, all of it without hours', ({ assert }) => {
    assert.equal(availableSeconds(fleet({}), spans), 7 * 3600)
    assert.equal(availableSeconds(fleet({}), openSpans(timetable, day, at('15:00'))), 4 * 3600)
    assert.isEmpty(openSpans(timetable, at('00:00', '2030-05-04'), EVENING.plus({ days: 5 })))
    const closed = [{ startsOn: '2030-05-01', endsOn: '2030-05-02', reason: null }]
    assert.isEmpty(openSpans({ ...timetable, closings: closed }, day, EVENING))
    assert.isEmpty(openSpans({ hours: [], closings: closed }, day, EVENING))
    assert.deepEqual(openSpans({ hours: [], closings: [] }, day, EVENING), [[day.toMillis(), EVENING.toMillis()]])
  })

  test('leaves out when a poste was not there, and maintenances, each minute once', ({ assert }) => {
    const maintenance = (from: string, to: string) => ({ posteId: 1, from: ms(from), to: ms(to) })
    assert.equal(availableSeconds(fleet({ postes: [poste('11:00', '15:00')] }), spans), 2 * 3600)
    const maintenances = [maintenance('08:00', '10:00'), maintenance('09:30', '10:30'), maintenance('12:00', '14:00')]
    assert.equal(availableSeconds(fleet({ maintenances }), spans), 5.5 * 3600)
    assert.equal(availableSeconds(fleet({ maintenances: [{ posteId: 2, from: 0, to: Infinity }] }), spans), 7 * 3600)
  })

  test('knows the hour that a night of spring does not have', async ({ assert }) => {
    const spring = at('00:00', '2030-03-31')
    const [[from, to]] = openSpans({ hours: [], closings: [] }, spring, EVENING)
    assert.equal(to - from, 23 * 3_600_000)
  })
})

test.group('Who came', () => {
  test('shows nobody alone: fewer than five are put together, with the next when even they are too few', ({ assert }) => {
    const groups = (sizes: Record<string, number>) => Object.entries(sizes).map(([name, people]) => ({ name, people }))
    assert.deepEqual(together(groups({ a: 5, b: 9 })), groups({ a: 5, b: 9 }))
    assert.deepEqual(together(groups({ a: 3, b: 2, c: 9 })), [
      { name: 'c', people: 9 },
      { name: null, people: 5 },
    ])
    assert.deepEqual(together(groups({ a: 1, b: 8, c: 9 })), [
      { name: 'c', people: 9 },
      { name: null, people: 9 },
    ])
    assert.deepEqual(together(groups({ a: 4 })), [])
    assert.deepEqual(together(groups({ a: 3, b: 3 })), [{ name: null, people: 6 }])
    assert.deepEqual(together([]), [])
  })

  test('is each person once, by age at the end and by postal code, without the guests', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const poste = await site.addPoste({ name: 'Un' }, by('08:00'))
    for (let n = 0; n < 11; n++) {
      const birthDate = DateTime.fromISO(n < 6 ? '2012-05-03' : '1960-01-01')
      const visitor = await aVisitor(site, `V${n}`, { birthDate, postalCode: n < 10 ? '97400' : '97410' })
      await visitor.consent('1', by('08:00'))
      for (let twice = 0; twice < 2; twice++) {
        const session = await site.issue({ visitorId: visitor.id, posteId: poste.id, minutes: 5, started: true }, by('10:00'))
        await session.end('desk', by('10:01'))
      }
    }
    await (await running(site, poste, 5, by('11:00'))).end('desk', by('11:01'))
    assert.deepEqual(await audienceOf(site, week()), {
      ages: [
        { name: 'under_18', people: 6 },
        { name: 'from_60', people: 5 },
      ],
      postalCodes: [{ name: null, people: 11 }],
    })
  })
})

test.group('A period', () => {
  test('is the days that its address says, and never a month that has not begun', ({ assert }) => {
    const days = (key: string) => {
      const { from, to } = periodOf(key, EVENING)
      return [from.toISODate(), to.toISODate()]
    }
    assert.deepEqual(days('7d'), ['2030-04-26', '2030-05-03'])
    assert.deepEqual(days('2030-02'), ['2030-02-01', '2030-03-01'])
    for (const key of ['30d', '', 'toString', '2030-13', '2030-06', '9d']) assert.deepEqual(days(key), ['2030-04-03', '2030-05-03'], key)
    assert.isNull(monthOf('2030-06', EVENING))
    assert.deepEqual(
      monthsBefore(EVENING)
        .slice(0, 2)
        .map(({ key }) => key),
      ['2030-05', '2030-04']
    )
  })
})
