import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, atDesk, issued, running } from '#database/factories/postes/sites'
import { Agent } from '#tests/support/agent'
import { Stream } from '#tests/support/stream'
import { aStation } from '#database/factories/postes/sites'
import { rereadStations } from '#services/stations'
import { SessionClock } from '#services/session_clock'
import { until } from '#tests/support/processes'

const ended = (id: number) => async () => (await db.from('poste_sessions').where('id', id).firstOrFail()).ended_at as Date | null

/** As if all of its time but so much (ms) had passed. */
async function leave(id: number, ms: number) {
  const at = DateTime.utc().plus({ milliseconds: ms })
  const { granted_seconds: granted } = await db.from('poste_sessions').where('id', id).firstOrFail()
  const start = at.minus({ seconds: granted }).toJSDate()
  await db.from('poste_runs').where('poste_session_id', id).update({ started_at: start })
  await db.from('poste_sessions').where('id', id).update({ started_at: start, ends_at: at.toJSDate() })
  return at
}

test.group('The clock of poste sessions', (group) => {
  Stream.forGroup(group)

  test('ends a session within two seconds of its end, once, whichever of two processes does', async ({ assert, cleanup }) => {
    const site = await aSite()
    const session = await running(site, await aPoste(site), 10)
    const clocks = [new SessionClock(), new SessionClock()]
    cleanup(async () => void (await Promise.all(clocks.map((clock) => clock.stop()))))
    for (const clock of clocks) await clock.start()
    const end = await leave(session.id, 500)
    for (const clock of clocks) clock.ring()
    await until('its end', ended(session.id))
    assert.closeTo(Date.now(), end.toMillis(), 2000)
    assert.equal((await ended(session.id)())!.getTime(), end.toMillis())
    const lines = await db.from('audit_events').where({ action: 'postes.poste_session.ended', object_id: session.id })
    assert.lengthOf(lines, 1)
  })

  test('PPM-B8: the screen and the desk are told of the end', async ({ assert, cleanup }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const { token } = await aStation(poste)
    await rereadStations()
    const session = await running(site, poste, 10)
    const screen = await Stream.open(await Agent.atStation(token), [`postes/${poste.id}`])
    const desk = await Stream.open(await Agent.as('omar'), [`sites/${site.id}`])
    const clock = new SessionClock()
    cleanup(() => clock.stop())
    await leave(session.id, 100)
    await clock.start()
    await screen.until(({ heard }) => heard.includes(`postes/${poste.id}`))
    await desk.until(({ heard }) => heard.includes(`sites/${site.id}`))
    await until('its end', ended(session.id))
    assert.isNotNull(await ended(session.id)())
  })

  test('is built again from the database: what fell due while nobody was there ends at its own time', async ({ assert, cleanup }) => {
    const site = await aSite({ codeHours: 1 })
    const over = await running(site, await aPoste(site), 10)
    const end = await leave(over.id, -120_000)
    const unused = await issued(site, await aPoste(site), 10, atDesk(DateTime.utc().minus({ hours: 2 })))
    const clock = new SessionClock()
    cleanup(() => clock.stop())
    await clock.start()
    await until('the end of both', async () => (await ended(over.id)()) && (await ended(unused.id)()))
    assert.equal((await ended(over.id)())!.getTime(), end.toMillis())
  })
})
