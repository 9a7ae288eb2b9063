import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aGuest, aPoste, aSite, aStation, atDesk, aVisitor, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import type Site from '#models/postes/site'
import { atOnce } from '#tests/support/at_once'

const times = <T>(count: number, work: (i: number) => T) => Array.from({ length: count }, (_, i) => work(i))

/** What must never be, at that site. */
async function violations(site: Site) {
  const { rows } = await db.rawQuery(
    `select 'two on a poste' as fault from poste_sessions where site_id = :site and ended_at is null group by poste_id having count(*) > 1
    union all select 'two runs' from poste_runs r join postes p on p.id = r.poste_id
      where p.site_id = :site and r.ended_at is null group by r.poste_id having count(*) > 1
    union all select 'more than granted' from poste_sessions s join poste_runs r on r.poste_session_id = s.id
      where s.site_id = :site and r.ended_at is not null group by s.id having sum(extract(epoch from r.ended_at - r.started_at)) > s.granted_seconds
    union all select 'runs and does not' from poste_sessions s where s.site_id = :site
      and (s.ends_at is not null) <> exists (select 1 from poste_runs r where r.poste_session_id = s.id and r.ended_at is null)`,
    { site: site.id }
  )
  return rows
}

test.group('Postes at the same time', () => {
  test('PPM-B2: ten desks give the same poste: one does', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const guests = await Promise.all(times(10, () => aGuest(site)))
    const gives = guests.map((guest) => () => site.issue({ visitorId: guest.id, posteId: poste.id, minutes: 10, started: true }, atDesk()))
    assert.equal(await atOnce(assert, gives), 1)
    assert.deepEqual(await violations(site), [])
  })

  test('ten desks give the next free poste: ten postes, ten codes', async ({ assert }) => {
    const site = await aSite()
    await Promise.all(times(10, () => aPoste(site)))
    const guests = await Promise.all(times(12, () => aGuest(site)))
    const given = await atOnce(
      assert,
      guests.map((guest) => () => site.issue({ visitorId: guest.id, minutes: 10 }, atDesk()))
    )
    assert.equal(given, 10)
    const codes = await db.from('poste_sessions').where('site_id', site.id).select('code_hash', 'poste_id')
    assert.equal(new Set(codes.map(({ code_hash }) => code_hash.toString('hex'))).size, 10)
    assert.equal(new Set(codes.map(({ poste_id }) => poste_id)).size, 10)
  })

  test('PPM-B3: one visitor at ten desks has one session, and no more a day than the rule says', async ({ assert }) => {
    const site = await aSite({ sessionsPerDay: 1 })
    await Promise.all(times(10, () => aPoste(site)))
    const ana = await aVisitor(site)
    assert.equal(
      await atOnce(
        assert,
        times(10, () => () => site.issue({ visitorId: ana.id, minutes: 10, started: true }, atDesk()))
      ),
      1
    )
  })

  test('PPM-B6: time added by ten, while it runs out: all of it counts, or none', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const start = DateTime.utc().minus({ minutes: 9 })
    const session = await running(site, poste, 10, atDesk(start))
    const adds = times(10, () => () => session.addTime(1, atDesk()))
    assert.equal(await atOnce(assert, [...adds, () => meetDeadlines(atDesk())]), 11)
    await session.refresh()
    assert.equal(session.grantedSeconds, 1200)
    assert.equal(session.endsAt!.toMillis(), start.plus({ minutes: 20 }).toMillis())
    const late = times(5, () => () => session.addTime(1, atDesk(start.plus({ minutes: 20 }))))
    assert.equal(await atOnce(assert, [...late, () => meetDeadlines(atDesk(start.plus({ minutes: 20 })))]), 1)
    await session.refresh()
    assert.equal(session.endedAt!.toMillis(), start.plus({ minutes: 20 }).toMillis())
    assert.deepEqual(await violations(site), [])
  })

  test('PPM-B28: an extension is answered by five at once: one answer', async ({ assert }) => {
    const site = await aSite()
    const session = await running(site, await aPoste(site), 10)
    assert.equal(
      await atOnce(
        assert,
        times(5, () => () => session.askForTime(15, atDesk()))
      ),
      5
    )
    const asked = await db.from('extensions').where('poste_session_id', session.id)
    assert.lengthOf(asked, 1)
    const answers = times(5, (i) => () => session.answerExtension(asked[0].id, i % 2 === 0, atDesk()))
    assert.equal(await atOnce(assert, answers), 1)
  })

  test('a code typed on every poste at once opens one, and its two sessions never cross', async ({ assert }) => {
    const site = await aSite()
    const postes = await Promise.all(times(3, () => aPoste(site)))
    const stations = await Promise.all(postes.map((poste) => aStation(poste)))
    const session = await issued(site, postes[0])
    const code = session.code!
    const opened = await atOnce(
      assert,
      stations.map(
        ({ station }) =>
          () =>
            station.enter(code, atDesk())
      )
    )
    assert.equal(opened, 1)
    assert.deepEqual(await violations(site), [])
  })

  test('two sessions are moved to each other’s poste and to a third: nobody waits for ever', async ({ assert }) => {
    const site = await aSite()
    const [a, b, c] = await Promise.all(times(3, () => aPoste(site)))
    const [one, two] = [await running(site, a), await running(site, b)]
    const moves = times(12, (i) => () => (i % 2 ? one : two).move([a, b, c][i % 3].id, atDesk()))
    await atOnce(assert, moves)
    assert.deepEqual(await violations(site), [])
  })

  test('ended by the desk, the visitor and the clock at once, it ends once', async ({ assert }) => {
    const site = await aSite()
    const start = DateTime.utc().minus({ minutes: 10 })
    const session = await running(site, await aPoste(site), 10, atDesk(start))
    const ends = [() => session.end('desk', atDesk()), () => session.end('visitor', atDesk()), () => meetDeadlines(atDesk())]
    assert.isAtMost(await atOnce(assert, ends), 2)
    const lines = await db.from('audit_events').where({ action: 'postes.poste_session.ended', object_id: session.id })
    assert.lengthOf(lines, 1)
    assert.equal((await session.refresh()).reason, 'time')
  })

  test('two desks call the next at once: two people; twenty arrive at once: twenty numbers', async ({ assert }) => {
    const site = await aSite()
    const arrivals = times(20, () => () => site.queue(null, 30, atDesk()))
    assert.equal(await atOnce(assert, arrivals), 20)
    const numbers = await db.from('tickets').where('site_id', site.id).orderBy('number').select('number')
    assert.deepEqual(
      numbers.map(({ number }) => number),
      times(20, (i) => i + 1)
    )
    const calls = await Promise.all(times(6, () => site.callNext(atDesk())))
    assert.lengthOf(new Set(calls.map(({ id }) => id)), 6)
  })

  test('somebody called is given a poste by three desks, and taken off by a fourth: one of it is done', async ({ assert }) => {
    const site = await aSite()
    await Promise.all(times(3, () => aPoste(site)))
    const ticket = await site.queue(null, 30, atDesk())
    const gives = times(3, () => () => ticket.serve(null, atDesk()))
    assert.equal(await atOnce(assert, [...gives, () => ticket.close('cancelled', atDesk())]), 1)
    const lent = await db.from('poste_sessions').where('site_id', site.id)
    assert.equal(lent.length, (await ticket.refresh()).outcome === 'served' ? 1 : 0)
  })
})
