import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { Agent, person } from '#tests/support/agent'
import { Stream } from '#tests/support/stream'

/** Alice waits at the stand, Bob is at the fair, Chloé is not. */
async function world() {
  const fair = await aFair()
  const [stand, other] = [await aStand(fair), await aStand(fair)]
  const [alice, bob] = [await person('alice'), await person('bob')]
  const attendee = await anAttendee(fair, 'Alice', alice.id)
  await anAttendee(fair, 'Bob', bob.id)
  await stand.join(attendee, byNobody())
  const channels = {
    news: `users/${alice.id}`,
    attendee: `attendees/${attendee.id}`,
    dashboard: `stands/${stand.id}`,
    queue: `stands/${stand.id}/queue`,
    fair: `fairs/${fair.id}`,
    control: `fairs/${fair.id}/control`,
  }
  const agents = {
    alice: await Agent.as('alice'),
    bob: await Agent.as('bob'),
    stand: await Agent.atStands(stand),
    otherStand: await Agent.atStands(other),
    organiserElsewhere: await Agent.as('olga'),
    admin: await Agent.as('adrien'),
    visitor: await Agent.visitor(),
  }
  return { fair, stand, channels, agents }
}

const ALLOWED: Record<string, string[]> = {
  alice: ['news', 'attendee', 'queue', 'fair'],
  bob: ['fair'],
  stand: ['dashboard', 'fair'],
  otherStand: ['fair'],
  organiserElsewhere: ['fair'],
  admin: ['attendee', 'dashboard', 'fair', 'control'],
  visitor: ['fair'],
}

test.group('Who may listen to what', (group) => {
  Stream.forGroup(group)

  test('a channel answers those whom it concerns and refuses the others', async ({ assert }) => {
    const { channels, agents } = await world()
    for (const [who, agent] of Object.entries(agents))
      for (const [what, channel] of Object.entries(channels)) {
        const stream = await Stream.open(agent, [channel])
        assert.equal(stream.status, ALLOWED[who].includes(what) ? 200 : 403, `${who} on ${what}`)
        stream.close()
      }
  })

  test('a channel that nobody named, or that names nothing, is refused', async ({ assert }) => {
    const { agents } = await world()
    for (const channel of [
      'nothing',
      'users',
      'users/1/secrets',
      'stands/0',
      'stands/abc',
      'stands/999999',
      'fairs/1e3',
      'fairs/99999999999999999999',
      '*',
      '',
    ])
      assert.oneOf((await Stream.open(agents.admin, [channel])).status, [403, 422], channel)
  })

  test('one refused channel refuses the whole stream; none at all is no stream', async ({ assert }) => {
    const { channels, agents } = await world()
    assert.equal((await Stream.open(agents.bob, [channels.fair, channels.dashboard])).status, 403)
    assert.equal((await Stream.open(agents.bob, [])).status, 422)
    assert.equal(
      (
        await Stream.open(
          agents.bob,
          Array.from({ length: 101 }, () => channels.fair)
        )
      ).status,
      422
    )
  })

  test('a page of another site opens no stream with our cookies', async ({ assert }) => {
    const { channels, agents } = await world()
    const foreign = await agents.alice.get(`/live?c=${channels.news}`, { headers: { origin: 'https://evil.example' } })
    const cross = await agents.alice.get(`/live?c=${channels.news}`, { headers: { 'sec-fetch-site': 'cross-site' } })
    assert.deepEqual([foreign.status, cross.status], [403, 403])
  })
})
