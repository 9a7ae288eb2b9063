import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { endOfQuiet, nextDigest } from '#models/mixins/hours'

const zone = 'Europe/Paris'
const night = { zone, quietFrom: 22, quietTo: 8 }

const paris = (text: string) => DateTime.fromISO(text, { zone })

test.group('The quiet hours', () => {
  const quietUntil = (text: string, hours = night) => endOfQuiet(paris(text), hours)?.setZone(zone).toFormat("d LLL HH:mm 'UTC'Z") ?? null

  test('are the night, and end in its morning', ({ assert }) => {
    assert.isNull(quietUntil('2026-11-21T21:59:59.999'))
    assert.equal(quietUntil('2026-11-21T22:00'), '22 Nov 08:00 UTC+1')
    assert.equal(quietUntil('2026-11-22T00:00'), '22 Nov 08:00 UTC+1')
    assert.equal(quietUntil('2026-11-22T07:59:59.999'), '22 Nov 08:00 UTC+1')
    assert.isNull(quietUntil('2026-11-22T08:00'))
    assert.equal(quietUntil('2026-12-31T23:30'), '1 Jan 08:00 UTC+1')
  })

  test('end at eight by the clock on the wall when it changes in the night', ({ assert }) => {
    assert.equal(quietUntil('2026-03-28T23:00'), '29 Mar 08:00 UTC+2')
    assert.equal(quietUntil('2026-03-29T01:30'), '29 Mar 08:00 UTC+2')
    assert.equal(quietUntil('2026-10-24T23:00'), '25 Oct 08:00 UTC+1')
    const twice = DateTime.fromISO('2026-10-25T01:30:00Z')
    assert.equal(endOfQuiet(twice, night)?.toISO(), '2026-10-25T07:00:00.000Z')
  })

  test('are those of the zone of the instance', ({ assert }) => {
    const noon = DateTime.fromISO('2026-11-21T12:00:00Z')
    assert.equal(endOfQuiet(noon, { ...night, zone: 'Pacific/Noumea' })?.toISO(), '2026-11-21T21:00:00.000Z')
    assert.isUndefined(endOfQuiet(noon, { ...night, zone: 'Africa/Dakar' }))
  })

  test('may be in the middle of a day, or not at all', ({ assert }) => {
    const noon = { zone, quietFrom: 12, quietTo: 14 }
    assert.equal(quietUntil('2026-11-21T13:30', noon), '21 Nov 14:00 UTC+1')
    assert.isNull(quietUntil('2026-11-21T23:30', noon))
    for (const hour of ['00', '08', '12', '22']) assert.isNull(quietUntil(`2026-11-21T${hour}:00`, { zone, quietFrom: 8, quietTo: 8 }))
  })
})

test.group('A digest', () => {
  const next = (text: string, rhythm: 'daily' | 'weekly') =>
    nextDigest(paris(text), rhythm, { zone, hour: 8 }).setZone(zone).toFormat('ccc d LLL HH:mm')

  test('of the day leaves at eight, today or tomorrow', ({ assert }) => {
    assert.equal(next('2026-11-21T07:59', 'daily'), 'Sat 21 Nov 08:00')
    assert.equal(next('2026-11-21T08:00', 'daily'), 'Sun 22 Nov 08:00')
    assert.equal(next('2026-03-28T12:00', 'daily'), 'Sun 29 Mar 08:00')
  })

  test('of the week leaves on Monday at eight', ({ assert }) => {
    assert.equal(next('2026-11-21T12:00', 'weekly'), 'Mon 23 Nov 08:00')
    assert.equal(next('2026-11-23T07:59', 'weekly'), 'Mon 23 Nov 08:00')
    assert.equal(next('2026-11-23T08:00', 'weekly'), 'Mon 30 Nov 08:00')
    assert.equal(next('2026-11-22T23:00', 'weekly'), 'Mon 23 Nov 08:00')
  })
})
