import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { closingOf, openingOf } from '#models/fair/fair/timing'

const PARIS = 'Europe/Paris'
const at = (text: string) => DateTime.fromISO(text, { zone: PARIS })
const fair = { startsAt: at('2027-03-27T09:00'), endsAt: at('2027-03-29T17:00'), closesAt: '18:30:00' }

test.group('The opening of a day', () => {
  test('ends at its hour, and the last one with the fair', ({ assert }) => {
    const cases = [
      ['2027-03-20T10:00', '2027-03-27T18:30'],
      ['2027-03-27T08:00', '2027-03-27T18:30'],
      ['2027-03-27T18:29', '2027-03-27T18:30'],
      ['2027-03-27T18:30', '2027-03-28T18:30'],
      ['2027-03-28T23:59', '2027-03-29T17:00'],
      ['2027-03-29T12:00', '2027-03-29T17:00'],
      ['2027-03-29T20:00', '2027-03-29T17:00'],
    ]
    for (const [now, end] of cases) assert.equal(closingOf(fair, at(now), PARIS).toMillis(), at(end).toMillis(), now)
  })

  test('ends with the fair when it has no hour', ({ assert }) => {
    assert.equal(closingOf({ ...fair, closesAt: null }, at('2027-03-27T10:00'), PARIS), fair.endsAt)
  })

  test('is that of the instance, not of the server', ({ assert }) => {
    const here = closingOf({ ...fair, closesAt: '18:30' }, at('2027-03-28T12:00'), 'America/Martinique')
    assert.equal(here.toISO(), '2027-03-28T18:30:00.000-04:00')
  })
})

test.group('The opening that is announced', () => {
  test('is the beginning, then the hour of each day that is left, then none', ({ assert }) => {
    const cases: [string, string | null][] = [
      ['2027-03-20T10:00', '2027-03-27T09:00'],
      ['2027-03-27T20:00', '2027-03-28T10:00'],
      ['2027-03-28T08:00', '2027-03-28T10:00'],
      ['2027-03-28T12:00', '2027-03-29T10:00'],
      ['2027-03-29T12:00', null],
    ]
    for (const [now, opens] of cases)
      assert.equal(openingOf({ ...fair, opensAt: '10:00:00' }, at(now), PARIS)?.toMillis(), opens ? at(opens).toMillis() : undefined, now)
    assert.isNull(openingOf({ ...fair, opensAt: null }, at('2027-03-27T20:00'), PARIS))
  })
})
