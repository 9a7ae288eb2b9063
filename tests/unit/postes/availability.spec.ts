import { test } from '@japa/runner'
import { type Fleet, availableSeconds, openSpans } from '#models/postes/usage/availability'
import { EVENING, HOURS, at } from '#tests/support/thursday'

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
