import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { DEMO_FAIR, refreshDemo, seedDemo } from '#database/seeders/demo_seeder'
import Attendee from '#models/fair/attendee'
import Fair from '#models/fair/fair'

const ROLES = ['candidate', 'recruiter', 'provider', 'operator', 'organiser', 'moderator'] as const

const ACCOUNTS = ROLES.map((role) => ({
  role,
  givenName: 'Camille',
  familyName: role,
  email: `${role}@demo.example`,
  password: 'demo-demo-demo',
}))

test.group('The demonstration', () => {
  test('a fair is on for hours when it is tried at {$self}')
    .with(['00:10', '21:50'])
    .run(async ({ assert }, time) => {
      const now = DateTime.fromISO(`2026-11-21T${time}`, { zone: 'Europe/Paris' })
      await seedDemo(ACCOUNTS, now)
      const fair = await Fair.findByOrFail('name', DEMO_FAIR)
      assert.isTrue(fair.startsAt < now && fair.endsAt > now.plus({ hours: 9 }))
      const candidate = await Attendee.query().where('fair_id', fair.id).whereNotNull('user_id').firstOrFail()
      const { calls } = await candidate.outlook()
      assert.isNotEmpty(calls, 'it is the turn of whoever signs in as a candidate')

      const nextDay = now.plus({ hours: 9 })
      await refreshDemo(nextDay)
      await fair.refresh()
      assert.isTrue(fair.endsAt > nextDay.plus({ hours: 3 }))
    })
})
