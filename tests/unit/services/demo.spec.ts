import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { DEMO_FAIR, refreshDemo, seedDemo } from '#database/seeders/demo_seeder'
import { DEMO_SITE } from '#database/seeders/demo_postes'
import Attendee from '#models/fair/attendee'
import Fair from '#models/fair/fair'
import { SYSTEM } from '#models/mixins/act'
import { deskOf } from '#models/postes/desk'
import Site from '#models/postes/site'
import { countDays } from '#models/postes/usage/days'

const ROLES = ['candidate', 'recruiter', 'provider', 'operator', 'organiser', 'moderator'] as const

const ACCOUNTS = ROLES.map((role) => ({
  role,
  givenName: 'Camille',
  familyName: role,
  email: `${role}@demo.example`,
  password: 'demo-demo-demo',
}))

/** What the desk of the demonstration is busy with. */
async function busy(site: Site, now: DateTime) {
  const { counts, extensions, line, postes } = await deskOf(site, now)
  const absent = postes.filter(({ online }) => online === false).length
  return { ...counts, asked: extensions.length, waiting: line.length, absent }
}

const BUSY = { free: 1, running: 4, issued: 1, reserved: 1, down: 1, asked: 1, waiting: 2, absent: 0 }

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
      const site = await Site.findByOrFail('name', DEMO_SITE)
      assert.deepEqual(await busy(site, now), BUSY)
      const past = await countDays(site, now.startOf('day').minus({ days: 14 }), now.startOf('day'), now)
      assert.lengthOf(
        past.filter(({ sessions }) => sessions),
        12
      )

      const nextDay = now.plus({ hours: 9 })
      await refreshDemo(nextDay)
      await fair.refresh()
      assert.isTrue(fair.endsAt > nextDay.plus({ hours: 3 }))
      assert.deepEqual(await busy(site, nextDay), BUSY)
      // Not while somebody tries it: only once nothing runs there any more.
      await refreshDemo(nextDay.plus({ minutes: 1 }))
      assert.lengthOf(await site.related('sessions').query().where('issued_at', '>', now.toJSDate()), 5)
      // Whatever they did with it, the next start starts.
      const act = { by: SYSTEM, at: nextDay.plus({ minutes: 2 }) }
      for (const session of await site.related('sessions').query().whereNull('ended_at')) await session.end('desk', act)
      const [ana] = await site.related('visitors').query().whereNotNull('given_name').orderBy('id')
      await ana.anonymise(act)
      await (await site.related('postes').query().orderBy('id').firstOrFail()).retire(act)
      await refreshDemo(nextDay.plus({ days: 1 }))
      assert.isAbove((await busy(site, nextDay.plus({ days: 1 }))).running, 2)
    })
})
