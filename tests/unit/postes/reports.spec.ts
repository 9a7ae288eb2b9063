import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aStation, aVisitor, atDesk, byNobody, issued, running } from '#database/factories/postes/sites'
import { SYSTEM } from '#models/mixins/act'
import { applyRetention, retentionBoard } from '#models/monitoring/retention'
import Notification from '#models/messaging/notification'
import { clearFailures } from '#models/postes/clearing'
import { reportDays } from '#models/postes/reports'
import type Site from '#models/postes/site'
import { usageOf } from '#models/postes/usage'
import { monthOf } from '#models/postes/usage/period'
import { pretend } from '#services/settings'
import { person } from '#tests/support/agent'

const zone = 'Europe/Paris'
const at = (clock: string, day = '2030-05-02') => DateTime.fromISO(`${day}T${clock}`, { zone })
const by = (clock: string, day?: string) => atDesk(at(clock, day))
const morning = (clock = '06:00', day = '2030-05-03') => ({ by: SYSTEM, at: at(clock, day) })

const reportsOf = (site: Site) => db.from('desk_reports').where('site_id', site.id).orderBy('day')

/** Half an hour was used, and a quarter of an hour added. */
async function aDay() {
  const site = await aSite({ name: 'Médiathèque' })
  const poste = await site.addPoste({ name: 'Un' }, by('08:00'))
  const session = await running(site, poste, 60, by('09:00'))
  await session.addTime(15, by('09:10'))
  await session.askForTime(5, by('09:11'))
  await poste.say('desk', 'Bonjour', by('09:12'))
  await session.end('visitor', by('09:30'))
  return { site, poste, session }
}

test.group('The report of a day', () => {
  test('is written the morning after, once, however often it is asked for', async ({ assert }) => {
    const { site } = await aDay()
    await reportDays(morning('05:59'))
    assert.isEmpty(await reportsOf(site))
    for (const clock of ['06:00', '06:00', '07:00']) await reportDays(morning(clock))
    const rows = await reportsOf(site)
    assert.equal(rows.at(-1).figures.day, '2030-05-02')
    assert.containsSubset(rows.at(-1).figures, { sessions: 1, usedSeconds: 1800, addedSeconds: 900 })
    assert.lengthOf(new Set(rows.map(({ figures }) => figures.day)), rows.length)
    assert.equal(rows.at(-1).created_at.getTime(), at('06:00', '2030-05-03').toMillis())
  })

  test('is made up for after mornings on which nobody was there to write it', async ({ assert }) => {
    const { site } = await aDay()
    await reportDays(morning())
    const before = (await reportsOf(site)).length
    await reportDays(morning('09:00', '2030-05-06'))
    const days = (await reportsOf(site)).map(({ figures }) => figures.day)
    assert.deepEqual(days.slice(before), ['2030-05-03', '2030-05-04', '2030-05-05'])
  })

  test('is told to the desk and to administrators, once, in their digest', async ({ assert }) => {
    const { site } = await aDay()
    await reportDays(morning())
    await reportDays(morning('07:00'))
    const told = await Notification.query().where('about', `report:${site.id}:2030-05-02`).orderBy('user_id')
    const people = await Promise.all([person('omar'), person('adrien')])
    assert.sameMembers(
      told.map(({ userId }) => userId),
      people.map(({ id }) => id)
    )
    assert.containsSubset(told[0].params, { site: 'Médiathèque', sessions: 1, hours: 1 })
    const letters = await db.from('deliveries').whereIn(
      'notification_id',
      told.map(({ id }) => id)
    )
    assert.isEmpty(letters)
    assert.isTrue(
      (
        await db.from('notifications').whereIn(
          'id',
          told.map(({ id }) => id)
        )
      ).every(({ digest_at: digest }) => digest !== null)
    )
  })

  test('PPM-B15: what the night deletes is in the reports before, and the figures stay', async ({ assert }) => {
    const { site, session } = await aDay()
    await reportDays(morning())
    const later = at('10:00', '2031-06-01')
    const before = await usageOf(site, monthOf('2030-05', later)!, later)
    await applyRetention({ by: SYSTEM, at: later })
    assert.isNull(await db.from('poste_sessions').where('id', session.id).first())
    const after = await usageOf(site, monthOf('2030-05', later)!, later)
    assert.deepEqual(after.total, before.total)
    assert.equal(after.total.sessions, 1)
    assert.isNull(after.people)
  })

  test('does not change when the hours of the site do', async ({ assert }) => {
    const { site } = await aDay()
    await reportDays(morning())
    const now = at('10:00', '2030-05-03')
    const rate = async () => (await usageOf(site, monthOf('2030-05', now)!, now)).days.find(({ day }) => day === '2030-05-02')
    const before = await rate()
    await site.setHours([{ weekday: 4, opensAt: '09:00', closesAt: '10:00' }], byNobody())
    assert.deepEqual(await rate(), before)
  })
})

test.group('What is kept of poste sessions', () => {
  test('ends with its clock: runs, requests, messages and tickets too, and nothing that is younger or goes on', async ({ assert }) => {
    const { site, poste, session } = await aDay()
    const kept = await issued(site, poste, 30, by('12:00', '2030-05-20'))
    await kept.end('desk', by('12:10', '2030-05-20'))
    const open = await running(site, poste, 60, by('08:00', '2030-04-01'))
    const visitor = await aVisitor(site)
    const day = {
      site_id: site.id,
      visitor_id: visitor.id,
      day: '2030-05-02',
      minutes: 30,
      taken_at: at('09:00').toJSDate(),
      taken_by: 'system',
    }
    const closed = { closed_at: at('09:30').toJSDate(), closed_by: 'system', outcome: 'cancelled' }
    await db.table('tickets').multiInsert([{ ...day, number: 1, ...closed }])
    pretend({ 'retention.posteSessions': 30 })
    const tonight = { by: SYSTEM, at: at('02:30', '2030-06-05') }
    const line = async () => (await retentionBoard(tonight.at)).find(({ purpose }) => purpose === 'posteSessions')
    // The session, its message, the ticket.
    assert.equal((await line())?.due, 3)
    await applyRetention(tonight)
    assert.containsSubset(await line(), { due: 0, last: { removed: 2 } })
    const left = await db.from('poste_sessions').where('site_id', site.id).orderBy('id').select('id')
    assert.deepEqual(
      left.map(({ id }) => id),
      [kept.id, open.id]
    )
    for (const table of ['poste_runs', 'extensions']) assert.isEmpty(await db.from(table).where('poste_session_id', session.id), table)
    assert.isEmpty(await db.from('screen_messages').where('poste_id', poste.id))
    assert.isEmpty(await db.from('tickets').where('site_id', site.id))
    assert.isNotNull(await db.from('visitors').where('id', session.visitorId).first())
  })

  test('is short for codes that opened nothing', async ({ assert }) => {
    const site = await aSite()
    const { station } = await aStation(await aPoste(site))
    const now = byNobody().at
    const ages = [2, 30].map((hours) => ({ site_id: site.id, station_id: station.id, at: now.minus({ hours }).toJSDate() }))
    await db.table('code_failures').multiInsert(ages)
    await clearFailures({ by: SYSTEM, at: now })
    assert.lengthOf(await db.from('code_failures').where('station_id', station.id), 1)
  })
})
