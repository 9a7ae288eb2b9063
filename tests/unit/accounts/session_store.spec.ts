import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DatabaseSessionStore } from '#services/session_store'
import { sweep } from '#services/sweeper'
import { queriesOf } from '#tests/support/queries'
import { later, withClock } from '#tests/support/time'

test.group('A session', (group) => {
  withClock(group)

  test('is found by its name for two hours, and not by what the database knows of it', async ({ assert }) => {
    const name = randomUUID()
    await new DatabaseSessionStore('2h').write(name, { links: [3] })
    const { id } = await db.from('sessions').orderBy('expires_at', 'desc').firstOrFail()
    assert.deepEqual(await new DatabaseSessionStore('2h').read(name), { links: [3] })
    assert.isNull(await new DatabaseSessionStore('2h').read(id))
    later({ hours: 2, seconds: 1 })
    assert.isNull(await new DatabaseSessionStore('2h').read(name))
  })

  test('costs a write once a minute, however often a page is asked for', async ({ assert }) => {
    const name = randomUUID()
    await new DatabaseSessionStore('2h').write(name, {})
    const visit = () =>
      queriesOf(async () => {
        const store = new DatabaseSessionStore('2h')
        await store.read(name)
        await store.touch(name)
      })
    later({ seconds: 59 })
    assert.lengthOf(await visit(), 1)
    later({ seconds: 2 })
    assert.lengthOf(await visit(), 2)
    assert.lengthOf(await visit(), 1)
    later({ hours: 1, minutes: 59 })
    assert.lengthOf(await visit(), 2, 'it was kept by the visit before')
  })

  test('is gone once destroyed, and swept once over', async ({ assert }) => {
    const [gone, over, kept] = [randomUUID(), randomUUID(), randomUUID()]
    const store = new DatabaseSessionStore('2h')
    for (const name of [gone, over]) await store.write(name, {})
    await store.destroy(gone)
    assert.isNull(await new DatabaseSessionStore('2h').read(gone))
    later({ hours: 3 })
    await store.write(kept, {})
    await sweep()
    assert.lengthOf(await db.from('sessions').select('id'), 1)
    assert.isNotNull(await new DatabaseSessionStore('2h').read(kept))
  })
})
