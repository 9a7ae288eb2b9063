import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { interviewsByHour, interviewsToday } from '#models/fair/hours'
import { interviewOf } from '#tests/support/fair'
import type Stand from '#models/fair/stand'
import type Attendee from '#models/fair/attendee'

const PARIS = { zone: 'Europe/Paris' }
const at = (text: string) => DateTime.fromISO(text, PARIS)

async function passes(stand: Stand, attendee: Attendee, end: string) {
  await stand.startInterview(attendee, byNobody(at(end).minus({ minutes: 10 })))
  await stand.markPassed(await interviewOf(attendee), byNobody(at(end)))
}

test.group('Interviews by hour', () => {
  test('are in the hour of their end, in the instance’s zone, with the hours between', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const people = await inLine(fair, acme, ['Alice', 'Bob', 'Chloé', 'Denis'])
    // 8.59 and 9.00 in Paris; three hours later; the next day
    await passes(acme, people[0], '2030-05-02T08:59')
    await passes(acme, people[1], '2030-05-02T09:00')
    await passes(acme, people[2], '2030-05-02T11:30')
    await passes(acme, people[3], '2030-05-03T10:05')
    const shown = (hours: { at: Date; count: number }[]) =>
      hours.map((hour) => [DateTime.fromJSDate(hour.at, PARIS).toFormat('dd HH:mm'), hour.count])
    assert.deepEqual(shown(await interviewsByHour(fair.id)), [
      ['02 08:00', 1],
      ['02 09:00', 1],
      ['02 10:00', 0],
      ['02 11:00', 1],
      ['03 10:00', 1],
    ])
    assert.deepEqual(shown(await interviewsToday(fair.id, at('2030-05-03T00:00'))), [['03 10:00', 1]])
    assert.deepEqual(await interviewsByHour((await aFair()).id), [])
  })
})
