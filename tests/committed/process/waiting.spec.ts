import { type AddressInfo, createServer } from 'node:net'
import { test } from '@japa/runner'
import { freePort } from '#tests/support/port'
import { Postgres15 } from '#tests/support/postgres_15'
import { type Installation, oldInstallation } from '#tests/support/processes'

const WAIT = ['node', 'ace.js', 'db:wait']

test.group('db:wait', (group) => {
  let place: Installation

  group.setup(async () => {
    place = await oldInstallation()
    return () => place.remove()
  })

  test('waits for a database that is late', async ({ assert, cleanup }) => {
    const server = new Postgres15()
    cleanup(() => server.remove())
    const waiting = place.launch([...WAIT, '--timeout=40'], { env: { DATABASE_URL: server.url({ name: 'late' }) } })
    await server.start()
    assert.isFalse(waiting.ended)
    await server.database('late')
    await waiting.ends()
    assert.equal(waiting.code, 0)
    assert.match(waiting.output, /the database answers/)
  })

  test('has nothing to wait for where the database is the application’s own', async ({ assert }) => {
    const waiting = await place.run([...WAIT, '--timeout=40'])
    assert.equal(waiting.code, 0)
    assert.match(waiting.output, /the database answers/)
  })

  test('gives up with a sentence when nothing answers', async ({ assert }) => {
    const DATABASE_URL = `postgres://u:p@127.0.0.1:${await freePort()}/late`
    const waiting = await place.run([...WAIT, '--timeout=1'], { env: { DATABASE_URL } })
    assert.equal(waiting.code, 1)
    assert.lengthOf(waiting.lines, 1, waiting.output)
    assert.match(waiting.output, /cannot be used: nothing answers there .* Waited for 1 s\./)
  })

  test('gives up as soon when a server accepts and says nothing', async ({ assert, cleanup }) => {
    const mute = createServer()
    cleanup(() => void mute.close())
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const DATABASE_URL = `postgres://u:p@127.0.0.1:${(mute.address() as AddressInfo).port}/late`
    const waiting = await place.run([...WAIT, '--timeout=1'], { env: { DATABASE_URL } })
    assert.equal(waiting.code, 1)
    assert.match(waiting.output, /cannot be used: it did not answer in time\. Waited for 1 s\./)
  })
})
