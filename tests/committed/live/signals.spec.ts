import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import SignIn from '#models/accounts/sign_in'
import { AROUND, LIVE, endStreams, signal } from '#models/mixins/live'
import { Agent, person } from '#tests/support/agent'
import { interviewOf } from '#tests/support/fair'
import { Stream } from '#tests/support/stream'

/** Alice first and Bob second at a stand, each on their own page; the stand and the organiser look on. */
async function world() {
  const fair = await aFair()
  const stand = await aStand(fair)
  const [alice, bob] = await Promise.all((['alice', 'bob'] as const).map(async (name) => anAttendee(fair, name, (await person(name)).id)))
  await stand.join(alice, byNobody())
  await stand.join(bob, byNobody())
  const [page, desk, room] = await Promise.all([
    Stream.open(await Agent.as('bob'), [`attendees/${bob.id}`, `stands/${stand.id}/queue`, `users/${bob.userId}`]),
    Stream.open(await Agent.atStands(stand), [`stands/${stand.id}`]),
    Stream.open(await Agent.as('adrien'), [`fairs/${fair.id}/control`]),
  ])
  return { fair, stand, alice, bob, page, desk, room }
}

/** What PostgreSQL tells every process while something is done. */
async function overhear(work: () => Promise<unknown>) {
  const client = new pg.Client(app.config.get<pg.ClientConfig>('database.connections.pg.connection'))
  await client.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(...(JSON.parse(payload!).channels ?? [])))
  await client.query(`listen ${LIVE}`)
  await work()
  // Told between two questions.
  await client.query('select 1')
  await client.end()
  return heard
}

test.group('What is signalled', (group) => {
  Stream.forGroup(group)

  test('a start reaches the stand, those who wait there and the control room', async () => {
    const { stand, alice, page, desk, room, fair } = await world()
    await stand.startInterview(alice, byNobody())
    await desk.until(({ heard }) => heard.includes(`stands/${stand.id}`))
    await page.until(({ heard }) => heard.includes(`stands/${stand.id}/queue`))
    await room.until(({ heard }) => heard.includes(`fairs/${fair.id}/control`))
  })

  test('the end calls the next: their own page, and their news on any page', async () => {
    const { stand, alice, bob, page } = await world()
    await stand.startInterview(alice, byNobody())
    await stand.markPassed(await interviewOf(alice), byNobody())
    await page.until(({ heard }) => heard.includes(`attendees/${bob.id}`) && heard.includes(`users/${bob.userId}`))
  })

  test('an arrival says nothing to those who wait already', async ({ assert }) => {
    const { fair, stand, page, desk } = await world()
    await inLine(fair, stand, ['Zoé'])
    await desk.until(({ heard }) => heard.includes(`stands/${stand.id}`))
    assert.notInclude(page.heard, `stands/${stand.id}/queue`)
  })

  test('an end moves no place: the stand is told at once, those who wait there calmly', async ({ assert }) => {
    const { stand, alice, bob } = await world()
    await stand.startInterview(alice, byNobody())
    await bob.pause(byNobody())
    const interview = await interviewOf(alice)
    const heard = await overhear(() => stand.markPassed(interview, byNobody()))
    assert.includeMembers(heard, [`stands/${stand.id}`, `stands/${stand.id}/${AROUND}`, `attendees/${alice.id}`])
    assert.notInclude(heard, `stands/${stand.id}/queue`)
  })

  test('what is rolled back is never signalled', async ({ assert }) => {
    const { stand, desk } = await world()
    const trx = await db.transaction()
    await stand.pause({ ...byNobody(), trx })
    await trx.rollback()
    await db.transaction((other) => signal(other, [`stands/${stand.id}`]))
    await desk.until(({ heard }) => heard.includes(`stands/${stand.id}`))
    assert.lengthOf(desk.heard, 1)
  })

  test('many changes at once are one signal at once and one at the end', async ({ assert }) => {
    const { stand, desk } = await world()
    await stand.pause(byNobody())
    await desk.until(({ heard }) => heard.length > 0)
    const before = desk.heard.length
    for (let i = 0; i < 10; i++) await (i % 2 ? stand.pause(byNobody()) : stand.resume(byNobody()))
    await desk.until(({ heard }) => heard.length > before)
    assert.isBelow(desk.heard.length - before, 10)
  })

  test('no name nor secret travels on a stream', async ({ assert }) => {
    const { stand, alice, page, desk } = await world()
    await stand.startInterview(alice, byNobody())
    await desk.until(({ heard }) => heard.length > 0)
    await page.until(({ heard }) => heard.length > 0)
    for (const message of [...page.messages, ...desk.messages])
      assert.match(message, /^data: \{"channel":"[a-z/0-9]+","payload":(null|\{("crowd":\d+|"calm":\d+|"crowd":\d+,"calm":\d+)\})\}$/)
  })

  test('a page that was rendered before something happened is told when it comes', async () => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const renderedAt = Date.now() - 5000
    const room = await Stream.open(await Agent.as('adrien'), [`fairs/${fair.id}/control`])
    await stand.pause(byNobody())
    await room.until(({ heard }) => heard.includes(`fairs/${fair.id}/control`))
    const late = await Stream.open(await Agent.atStands(stand), [`stands/${stand.id}`], renderedAt)
    await late.until(({ heard }) => heard.includes('refresh'))
  })
})

test.group('Streams end with what opened them', (group) => {
  Stream.forGroup(group)

  test('a sign-in that is ended', async () => {
    const alice = await person('alice')
    const agent = await Agent.as(alice)
    const stream = await Stream.open(agent, [`users/${alice.id}`])
    const signIn = await SignIn.query().where('user_id', alice.id).orderBy('id', 'desc').firstOrFail()
    await signIn.end(byNobody())
    await stream.until(({ ended }) => ended)
  })

  test('signing out', async () => {
    const bob = await person('bob')
    const agent = await Agent.as(bob)
    const stream = await Stream.open(agent, [`users/${bob.id}`])
    await agent.delete('/compte/sign-ins/current')
    await stream.until(({ ended }) => ended)
  })

  test('a link that is replaced, and only the streams of that stand', async ({ assert }) => {
    const fair = await aFair()
    const [stand, other] = [await aStand(fair), await aStand(fair)]
    const gone = await Stream.open(await Agent.atStands(stand), [`stands/${stand.id}`])
    const kept = await Stream.open(await Agent.atStands(other), [`stands/${other.id}`])
    await stand.regenerateLink(fair, byNobody())
    await gone.until(({ ended }) => ended)
    await db.transaction((trx) => signal(trx, [`stands/${other.id}`]))
    await kept.until(({ heard }) => heard.includes(`stands/${other.id}`))
    assert.isFalse(kept.ended)
  })

  test('a role that is taken back', async ({ assert }) => {
    const fair = await aFair()
    const chloe = await person('chloe')
    await chloe.grant({ role: 'organiser', fairId: fair.id }, byNobody())
    const agent = await Agent.as(chloe)
    const stream = await Stream.open(agent, [`fairs/${fair.id}/control`])
    await chloe.revoke({ role: 'organiser', fairId: fair.id }, byNobody(DateTime.utc()))
    await stream.until(({ ended }) => ended)
    assert.equal((await Stream.open(agent, [`fairs/${fair.id}/control`])).status, 403)
  })

  test('nobody else’s', async ({ assert }) => {
    const alice = await person('alice')
    const stream = await Stream.open(await Agent.as(alice), [`users/${alice.id}`])
    await db.transaction((trx) => endStreams(trx, { signIn: 999_999 }))
    await db.transaction((trx) => signal(trx, [`users/${alice.id}`]))
    await stream.until(({ heard }) => heard.includes(`users/${alice.id}`))
    assert.isFalse(stream.ended)
  })
})
