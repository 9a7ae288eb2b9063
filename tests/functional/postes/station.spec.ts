import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aVisitor, atDesk, issued, running } from '#database/factories/postes/sites'
import Poste from '#models/postes/poste'
import PosteSession from '#models/postes/poste_session'
import { readLease } from '#services/leases'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'
import { aScreen, leaseOf, screenOf } from '#tests/support/station_agent'

test.group('The screen of a poste', () => {
  test('is locked until the code of a session opens it, as it was spoken', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const session = await issued(site, poste, 30)
    const code = session.code!
    const locked = await screen.get('/station')
    assert.equal(screenOf(locked.body), 'locked')
    assert.equal((await screen.post('/station/entries', { code: 'ZZZZZZ', _back: '/station' })).location, '/station')
    assert.include(textOf((await screen.get('/station')).body), 'Ce code n’ouvre pas ce poste.')
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`
    assert.equal((await screen.post('/station/entries', { code: typed })).location, '/station')
    const { body } = await screen.get('/station')
    assert.equal(screenOf(body), 'session')
    assert.include(textOf(body), 'Bonjour, invité 0001')
    await session.refresh()
    const lease = await readLease(leaseOf(body))
    assert.containsSubset(lease, { session: session.id, poste: poste.id, endsAt: session.endsAt!.toMillis(), granted: 1800 })
    assert.include((await screen.get('/station/region')).body, 'data-screen="session"')
  })

  test('PPM-B4: a visitor asks for time, writes to the desk, and reads the answers', async ({ assert }) => {
    const { room } = await aWorld()
    const screen = await Agent.atStation()
    const [poste] = room.postes
    assert.include(textOf((await screen.get('/station')).body), 'Vous avez demandé 15 minutes de plus')
    await room.session.answerExtension(room.extension.id, true, atDesk(), 'Avec plaisir.')
    assert.include(textOf((await screen.get('/station')).body), '15 minutes de plus vous sont accordées. Avec plaisir.')
    for (const minutes of ['4', '61', 'beaucoup'])
      assert.equal((await screen.post('/station/extensions', { minutes }, { json: true })).status, 422)
    assert.equal((await screen.post('/station/extensions', { minutes: '30' })).location, '/station')
    await screen.post('/station/messages', { words: 'L’imprimante est vide.' })
    const [message] = await db.from('screen_messages').where({ poste_id: poste.id, words: 'L’imprimante est vide.' })
    assert.containsSubset(message, { sender: 'station', words: 'L’imprimante est vide.', poste_session_id: room.session.id })
    const said = await poste.say('desk', 'J’arrive.', atDesk())
    assert.include(textOf((await screen.get('/station')).body), 'L’accueil vous dit : J’arrive.')
    assert.equal((await screen.put(`/station/messages/${said.id}`, {})).location, '/station')
    assert.notInclude(textOf((await screen.get('/station')).body), 'J’arrive.')
    for (const id of [message.id, 999_999]) assert.equal((await screen.put(`/station/messages/${id}`, {}, { json: true })).status, 404)
  })

  test('PPM-B1: a visitor ends the session, and may not end it twice', async ({ assert }) => {
    const { room } = await aWorld()
    const screen = await Agent.atStation()
    assert.equal((await screen.delete('/station/session', {})).location, '/station')
    assert.containsSubset(await PosteSession.findOrFail(room.session.id), { reason: 'visitor' })
    const { body } = await screen.get('/station')
    assert.equal(screenOf(body), 'over')
    const before = await everyRow()
    assert.equal((await screen.delete('/station/session', {}, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)
  })

  test('PPM-B14: one that nobody uses is given back by its own screen', async ({ assert }) => {
    const { room } = await aWorld()
    const screen = await Agent.atStation()
    assert.equal((await screen.delete('/station/session', { reason: 'idle' }, { json: true })).status, 204)
    assert.containsSubset(await PosteSession.findOrFail(room.session.id), { reason: 'idle' })
    assert.equal((await screen.delete('/station/session', { reason: 'desk' }, { json: true })).status, 422)
  })

  test('shows each moment: suspended, over, in maintenance', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const session = await running(site, poste, 30)
    await session.suspend(atDesk())
    assert.include(textOf((await screen.get('/station')).body), 'Votre session est suspendue')
    await session.resume(atDesk())
    await session.end('desk', atDesk(), 'Nous fermons.')
    assert.include(textOf((await screen.get('/station')).body), 'L’accueil a terminé votre session Nous fermons.')
    await db
      .from('poste_sessions')
      .where('id', session.id)
      .update({ ended_at: DateTime.utc().minus({ minutes: 1 }).toJSDate(), started_at: DateTime.utc().minus({ hours: 1 }).toJSDate() })
    await poste.maintain(null, atDesk())
    assert.include(textOf((await screen.get('/station')).body), 'Poste en maintenance')
  })

  test('tells a program of no code that waits, nor who comes back to a session that does not run', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const visitor = await aVisitor(site, 'Ana')
    const state = async () =>
      JSON.parse((await screen.get('/station/state', { json: true })).body) as { screen: string; session: object | null }
    const session = await site.issue({ visitorId: visitor.id, posteId: poste.id, minutes: 30 }, atDesk())
    assert.containsSubset(await state(), { screen: 'locked', session: null })
    await session.start(atDesk())
    assert.containsSubset(await state(), { screen: 'session', session: { id: session.id, givenName: 'Ana', granted: 1800 } })
    await session.suspend(atDesk())
    const { session: suspended, screen: shown } = await state()
    assert.deepEqual([shown, suspended], ['suspended', { id: session.id, lease: null }])
    await session.resume(atDesk())
    await session.cut(atDesk().at, atDesk())
    const { session: cut, screen: locked } = await state()
    assert.deepEqual([locked, cut], ['locked', { id: session.id, lease: null }])
  })

  test('of another poste opens nothing with this code, and says no more than for any other', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const other = await aPoste(site, { name: 'Poste 8' })
    await issued(site, poste)
    const there = await issued(site, other)
    const answer = await screen.post('/station/entries', { code: there.code! }, { json: true })
    const unknown = await screen.post('/station/entries', { code: 'ZZZZZZ' }, { json: true })
    assert.deepEqual([answer.status, JSON.parse(answer.body).message], [422, JSON.parse(unknown.body).message])
    assert.notInclude(answer.body, 'Poste 8')
  })

  test('waits for those who guess, and says how long', async ({ assert }) => {
    const { screen } = await aScreen()
    for (let times = 0; times < 3; times++)
      assert.equal((await screen.post('/station/entries', { code: 'ZZZZZZ' }, { json: true })).status, 422)
    const answer = await screen.post('/station/entries', { code: 'ZZZZZZ' }, { json: true })
    assert.equal(answer.status, 429)
    assert.equal(answer.headers.get('retry-after'), '2')
  })
})

test.group('PPM-B10', () => {
  test('a poste’s own page names no other poste', async ({ assert }) => {
    const { room } = await aWorld()
    const { body } = await (await Agent.atStation()).get('/station')
    for (const poste of room.postes.slice(1)) assert.notInclude(body, (await Poste.findOrFail(poste.id)).name)
  })
})
