import { test } from '@japa/runner'
import { sendDigests } from '#models/messaging/digest'
import Notification from '#models/messaging/notification'
import { changePreferences } from '#models/messaging/preferences'
import { SYSTEM } from '#models/mixins/act'
import { person } from '#tests/support/agent'
import { NOON, lettersOf, tell, unproved } from '#tests/support/news'
import { queriesOf } from '#tests/support/queries'
import type User from '#models/accounts/user'

const act = (at = NOON) => ({ by: SYSTEM, at })
const MORNING = NOON.plus({ hours: 20 })
const KIND = 'messaging.message_received'

async function grouping(user: User, digest: 'daily' | 'weekly' = 'daily') {
  await changePreferences(user.id, { digest }, [{ kind: KIND, channel: 'email', mode: 'digest' }], act())
  return user
}

test.group('A digest', () => {
  test('is one mail of what is not read and still true', async ({ assert }) => {
    const rachid = await grouping(await person('rachid'))
    for (const name of ['Alice', 'Bob', 'Chloé', 'David']) await tell(rachid, KIND, NOON, { params: { name } })
    await tell(rachid, KIND, NOON, { params: { name: 'Émile' }, expiresAt: NOON.plus({ hours: 2 }) })
    const [bob] = await Notification.query().where('user_id', rachid.id).whereRaw(`params ->> 'name' = 'Bob'`)
    await bob.read(act(NOON.plus({ hours: 1 })))

    await sendDigests(act(MORNING.minus({ minutes: 1 })))
    assert.deepEqual(await lettersOf(rachid), [])
    await sendDigests(act(MORNING))
    await sendDigests(act(MORNING))
    const [mail, ...more] = await lettersOf(rachid)
    assert.lengthOf(more, 0)
    assert.containsSubset(mail, { template: 'messaging/digest', address: 'rachid@example.org', params: { count: 3 } })
    assert.sameMembers(
      JSON.parse(mail.params.lines).map(({ sentence }: { sentence: string }) => sentence),
      ['Message de Alice.', 'Message de Chloé.', 'Message de David.']
    )
  })

  test('is none when nothing is left to say, or the address is nobody’s yet', async ({ assert }) => {
    const [rachid, paula] = [await grouping(await person('rachid')), await unproved(await person('paula'))]
    await changePreferences(paula.id, {}, [{ kind: KIND, channel: 'email', mode: 'digest' }], act())
    await tell([rachid, paula], KIND, NOON)
    await Notification.readAll(rachid.id, null, act(NOON.plus({ hours: 1 })))
    await sendDigests(act(MORNING))
    assert.deepEqual([await lettersOf(rachid), await lettersOf(paula)], [[], []])
  })

  test('waits for Monday when that is the rhythm, and follows a change of it', async ({ assert }) => {
    const [rachid, omar] = [await grouping(await person('rachid'), 'weekly'), await grouping(await person('omar'), 'weekly')]
    await tell([rachid, omar], KIND, NOON)
    await changePreferences(omar.id, { digest: 'daily' }, [], act())
    await sendDigests(act(MORNING))
    assert.deepEqual([(await lettersOf(rachid)).length, (await lettersOf(omar)).length], [0, 1])
    await sendDigests(act(MORNING.plus({ days: 1 })))
    assert.lengthOf(await lettersOf(rachid), 1)
  })

  test('costs the same number of queries for one person and for several', async ({ assert }) => {
    const people = [await person('rachid'), await person('paula'), await person('omar'), await person('maud')]
    for (const one of people) await grouping(one)
    await tell(people[0], KIND, NOON)
    const one = await queriesOf(() => sendDigests(act(MORNING)))
    for (const at of [NOON, NOON.plus({ hours: 1 })]) await tell(people, KIND, at)
    assert.lengthOf(await queriesOf(() => sendDigests(act(MORNING))), one.length)
  })
})
