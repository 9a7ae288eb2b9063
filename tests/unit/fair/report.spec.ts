import { test } from '@japa/runner'
import { aFair } from '#database/factories/fair/fairs'
import { figuresOf } from '#models/fair/figures'
import { reportOf } from '#models/fair/report'
import { at, toldFair } from '#tests/support/told_fair'

test.group('The report of a fair', () => {
  test('says what was counted by hand', async ({ assert }) => {
    const { fair } = await toldFair()
    const { stands, figures, hours, busiest, mostRequested, ...whole } = await reportOf(fair)
    assert.deepEqual(
      stands.map(({ id: _id, ...stand }) => stand),
      [
        { name: 'Acme', joined: 3, passed: 2, completion: 2 / 3, mean: 900, median: 900, longestWait: 1800, noShows: 0 },
        { name: 'Globex', joined: 2, passed: 1, completion: 0.5, mean: 1800, median: 1800, longestWait: 3600, noShows: 1 },
        { name: 'Initech', joined: 0, passed: 0, completion: null, mean: null, median: null, longestWait: null, noShows: 0 },
      ]
    )
    // Interviews of 10, 20 and 30 min, waits of 10, 30 and 60, five people of whom four joined.
    assert.deepEqual(whole, { perAttendee: 3 / 5, completion: 3 / 5, mean: 1200, median: 1200, medianWait: 1800 })
    assert.deepEqual(
      mostRequested.map(({ name }) => name),
      ['Acme']
    )
    assert.deepEqual(
      hours.map((hour) => [hour.at.getTime(), hour.count]),
      [
        [at('08:00').toMillis(), 2],
        [at('09:00').toMillis(), 1],
      ]
    )
    assert.deepEqual(busiest, hours[0])
    assert.containsSubset(figures, {
      attendees: 5,
      stands: 3,
      interviews: 3,
      noShows: 1,
      waiting: 1,
      inside: 0,
      idleStands: 1,
      idleAttendees: 4,
    })
  })

  test('counts no absence that was taken back', async ({ assert }) => {
    const { fair, globex, denis } = await toldFair()
    const entry = await denis.related('entries').query().firstOrFail()
    await globex.undoAbsence(entry, { by: { kind: 'system', id: null }, at: at('09:40') })
    assert.equal((await figuresOf(fair.id)).noShows, 0)
    assert.equal((await reportOf(fair)).stands[1].noShows, 0)
  })

  test('is there for an empty fair', async ({ assert }) => {
    const report = await reportOf(await aFair())
    assert.containsSubset(report, {
      stands: [],
      perAttendee: null,
      completion: null,
      medianWait: null,
      busiest: null,
      hours: [],
      mostRequested: [],
    })
  })
})
