import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Formats } from '#services/formats'

const ZONE = 'Europe/Paris'
const fr = new Formats('fr', ZONE)
const en = new Formats('en', ZONE)
const at = (iso: string) => DateTime.fromISO(iso, { zone: ZONE }).toJSDate()

/** Without telling a space that does not break from another. */
const loose = (text: string) => text.replace(/\s/g, ' ')

test.group('A time', () => {
  test('is said as people say it, in the zone of the instance', ({ assert }) => {
    assert.equal(loose(fr.clock(at('2026-11-21T09:05'))), '9 h 05')
    assert.equal(loose(fr.clock(at('2026-11-21T00:00'))), '0 h 00')
    assert.equal(en.clock(at('2026-11-21T09:05')), '09:05')
    assert.equal(loose(fr.clock(new Date('2026-07-01T12:30:00Z'))), '14 h 30', 'summer time')
    assert.equal(loose(fr.clock(new Date('2026-12-01T12:30:00Z'))), '13 h 30', 'winter time')
  })

  test('that one waits is a range, a single number, or none', ({ assert }) => {
    const said = (low: number, high: number) => Object.values(fr.span({ low, high })).map(loose)
    assert.deepEqual(said(10, 25), ['between', '10', '25 min'])
    assert.deepEqual(said(50, 75), ['between', '50 min', '1 h 15'])
    assert.deepEqual(said(0, 5), ['under', '0', '5 min'])
    assert.deepEqual(said(10, 10), ['about', '10', '10 min'])
    assert.deepEqual(said(0, 0), ['none', '0', '0 min'])
  })

  test('at which a place opens is said as people say it', ({ assert }) => {
    assert.equal(loose(fr.opening('09:00–12:00, 14:00–17:30')), '9 h – 12 h, 14 h – 17 h 30')
    assert.equal(loose(fr.opening('00:05–10:00')), '0 h 05 – 10 h')
    assert.equal(en.opening('09:00–12:00'), '09:00–12:00')
  })

  test('never breaks between the number and its unit', ({ assert }) => {
    for (const text of [fr.clock(at('2026-11-21T09:05')), fr.duration(at('2026-11-21T09:00'), at('2026-11-21T10:30'))])
      assert.notInclude(text, ' ')
  })

  test('has every detail in a title', ({ assert }) => {
    assert.equal(loose(fr.full(at('2026-11-21T09:05'))).replace(' à ', ', '), 'samedi 21 novembre 2026, 09 h 05')
    assert.include(en.full(at('2026-11-21T09:05')), '21 November 2026')
  })
})

test.group('A day', () => {
  const now = at('2026-11-21T23:30')

  test('is today, tomorrow or yesterday by the calendar of the instance', ({ assert }) => {
    assert.equal(fr.day(at('2026-11-21T00:10'), now), 'aujourd’hui')
    assert.equal(fr.day(at('2026-11-22T00:10'), now), 'demain')
    assert.equal(fr.day(at('2026-11-20T23:59'), now), 'hier')
    assert.equal(en.day(at('2026-11-22T00:10'), now), 'tomorrow')
  })

  test('is named otherwise, with its year when it is far', ({ assert }) => {
    assert.equal(fr.day(at('2026-11-28T10:00'), now), 'samedi 28 novembre')
    assert.equal(fr.day(at('2027-11-21T10:00'), now), '21 novembre 2027')
    assert.equal(fr.day(at('2027-01-05T10:00'), now), 'mardi 5 janvier 2027')
    assert.equal(en.day(at('2027-01-05T10:00'), now), 'Tuesday, 5 January 2027')
    assert.equal(en.day(at('2027-11-21T10:00'), now), '21 November 2027')
  })

  test('that is the first of a month is said so in French, wherever', ({ assert }) => {
    assert.equal(fr.day(at('2026-12-01T10:00'), now), 'mardi 1er décembre')
    assert.equal(fr.day(at('2027-09-01T10:00'), now), '1er septembre 2027')
    assert.match(fr.full(at('2026-12-01T01:05')), /^mardi 1er décembre 2026\D+01\sh\s05$/)
    assert.equal(en.day(at('2026-12-01T10:00'), now), 'Tuesday 1 December')
    assert.equal(fr.day(at('2026-12-11T10:00'), now), 'vendredi 11 décembre')
  })

  test('begins and ends a period with the words that it takes', ({ assert }) => {
    assert.deepEqual(
      ['2026-11-20T10:00', '2026-11-21T10:00', '2026-11-22T10:00', '2026-12-01T10:00'].map((day) => [
        fr.since(at(day), now),
        fr.until(at(day), now),
      ]),
      [
        ['d’hier', 'à hier'],
        ['d’aujourd’hui', 'à aujourd’hui'],
        ['de demain', 'à demain'],
        ['du mardi 1er décembre', 'au mardi 1er décembre'],
      ]
    )
    assert.equal(en.until(at('2026-12-02T10:00'), now), 'Wednesday 2 December')
    assert.isTrue(fr.areSameDay(at('2026-11-21T00:00'), now))
    assert.isFalse(fr.areSameDay(at('2026-11-22T00:00'), now))
  })

  test('of the change of hour is one day like the others', ({ assert }) => {
    assert.equal(fr.day(at('2026-10-26T00:30'), at('2026-10-25T00:30')), 'demain')
    assert.equal(fr.day(at('2026-03-30T00:30'), at('2026-03-29T00:30')), 'demain')
  })
})

test.group('A duration', () => {
  const said = (minutes: number) =>
    loose(fr.duration(at('2026-11-21T09:00'), DateTime.fromJSDate(at('2026-11-21T09:00')).plus({ minutes }).toJSDate()))

  test('is in minutes, then in hours', ({ assert }) => {
    assert.deepEqual([0, 0.9, 1, 59, 60, 61, 80, 120, 1500].map(said), [
      '0 min',
      '0 min',
      '1 min',
      '59 min',
      '1 h',
      '1 h 01',
      '1 h 20',
      '2 h',
      '25 h',
    ])
  })

  test('is never negative, when two clocks disagree', ({ assert }) => {
    assert.equal(said(-3), '0 min')
  })
})

test.group('The time that is left', () => {
  test('is in seconds, with two figures after a minute, and ends at nothing', ({ assert }) => {
    const until = at('2026-11-21T09:00')
    const left = (seconds: number) => loose(fr.remaining(DateTime.fromJSDate(until).minus({ seconds }).toJSDate(), until))
    assert.deepEqual([130, 125, 60, 59.2, 0, -4].map(left), ['2 min 10 s', '2 min 05 s', '1 min 00 s', '1 min 00 s', '0 s', '0 s'])
    assert.deepEqual([3599, 3600, 4079, 86_400].map(left), ['59 min 59 s', '1 h 00 min', '1 h 07 min', '24 h 00 min'])
  })
})

test.group('A field', () => {
  test('holds the time of the instance', ({ assert }) => {
    assert.equal(fr.field(DateTime.fromISO('2026-07-01T12:30:00Z'), ZONE), '2026-07-01T14:30')
  })

  test('and a number is grouped as in the language', ({ assert }) => {
    assert.equal(loose(fr.number(12345)), '12 345')
    assert.equal(en.number(12345), '12,345')
  })
})
