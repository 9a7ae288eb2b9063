import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aSite, aVisitor, running } from '#database/factories/postes/sites'
import { audienceOf, together } from '#models/postes/usage/audience'
import { monthOf, monthsBefore, periodOf } from '#models/postes/usage/period'
import { EVENING, by } from '#tests/support/thursday'

const week = (now = EVENING) => periodOf('7d', now)

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
