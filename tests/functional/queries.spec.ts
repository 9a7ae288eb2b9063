import { test } from '@japa/runner'
import { forgetAll } from '#services/known_users'
import { ROLES, type Role } from '#tests/support/access'
import { browserOf } from '#tests/support/cast'
import { queriesOf } from '#tests/support/queries'
import { type World, aWorld } from '#tests/support/world'
import { aFair, anAttendee, aStand, byNobody } from '#database/factories/fair/fairs'

/** The pages that a whole fair asks for all day, and how many queries each may cost, sign-in and fair included. */
const HOT: [Role, number, (world: World) => string][] = [
  ['visitor', 3, () => '/'],
  ['visitor', 3, () => '/salon'],
  ['attendee', 5, () => '/salon'],
  ['visitor', 5, () => '/salon/forum'],
  ['attendee', 8, () => '/salon/forum'],
  ['attendee', 7, () => '/salon/forum/region'],
  ['attendee', 8, () => '/salon/forum/my'],
  ['attendee', 5, () => '/salon/forum/my/region'],
  ['attendee', 3, () => '/messages/news/region'],
  ['stand', 10, ({ acme }) => `/salon/forum/stands/${acme.id}/dashboard`],
  ['stand', 10, ({ acme }) => `/salon/forum/stands/${acme.id}/dashboard/region`],
  ['organiser', 11, () => '/salon/forum/control'],
  ['organiser', 4, () => '/salon/forum/control/hours/region'],
  ['organiser', 5, () => '/salon/forum/control/people/region?q=dupo%20ali'],
  ['organiser', 10, ({ acme, globex }) => `/salon/forum/control/region?open=${acme.id},${globex.id}`],
  ['organiser', 6, () => '/salon/forum/attendees'],
  ['operator', 12, ({ room }) => `${room.site.path}/desk`],
  ['operator', 10, ({ room }) => `${room.site.path}/desk/region`],
  ['operator', 11, ({ room }) => `${room.site.path}/reservations?day=${room.reservation.dayIso}`],
  ['organiser', 10, ({ alice }) => `/salon/forum/attendees/${alice.id}`],
]

/** Many fairs, stands, people and queues, where there were a few. */
async function crowd({ forum, acme, alice, bob }: World) {
  for (let n = 0; n < 25; n++) await aFair({ open: false })
  for (let n = 0; n < 25; n++) {
    const stand = await aStand(forum)
    await stand.join(n % 2 ? alice : bob, byNobody())
  }
  for (let n = 0; n < 45; n++) await acme.join(await anAttendee(forum), byNobody(), { despite: true })
}

test.group('A page that everybody asks for', () => {
  test('costs the same number of queries for a few people and for a crowd', async ({ assert }) => {
    const world = await aWorld()
    const browsers = new Map<Role, Awaited<ReturnType<typeof browserOf>>>()
    for (const [role] of HOT) if (!browsers.has(role)) browsers.set(role, await browserOf(role, world))
    const cost = async () => {
      const costs: Record<string, number> = {}
      for (const [role, , path] of HOT) {
        let status = 0
        forgetAll()
        const queries = await queriesOf(async () => ({ status } = await browsers.get(role)!.get(path(world))))
        assert.equal(status, 200)
        costs[`${path(world)} for ${ROLES[role]}`] = queries.length
      }
      return costs
    }
    const few = await cost()
    await crowd(world)
    assert.deepEqual(await cost(), few)
    for (const [role, most, path] of HOT) assert.isAtMost(few[`${path(world)} for ${ROLES[role]}`], most, path(world))
  })

  test('writes nothing', async ({ assert }) => {
    const world = await aWorld()
    for (const [role, , path] of HOT.filter(([, , to]) => to(world).includes('region'))) {
      const browser = await browserOf(role, world)
      const queries = await queriesOf(() => browser.get(path(world)))
      assert.deepEqual(
        queries.filter((sql) => !/^\s*select/i.test(sql)),
        [],
        path(world)
      )
    }
  })

  test('asks nothing of the database when it is not ours to show', async ({ assert }) => {
    const world = await aWorld()
    const visitor = await browserOf('visitor', world)
    for (const path of ['/nulle-part', '/salon/forum/stands/0/dashboard', '/salon/%00'])
      assert.lengthOf(await queriesOf(() => visitor.get(path)), 0, path)
  })
})
