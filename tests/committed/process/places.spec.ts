import { chmodSync, statSync } from 'node:fs'
import { test } from '@japa/runner'
import { type Installation, installation, userOf } from '#tests/support/processes'
import { STRANGER, strangersReach } from '#tests/support/strangers'

const START = ['node', 'bin/start.js']

test.group('Wherever it is put, and whoever starts it', () => {
  const isRoot = process.getuid!() === 0

  /** Serves, whoever runs it, and is seen to stop. @returns who runs the database */
  async function serves(place: Installation, uid?: number) {
    const app = await place.start({ command: START, uid })
    const { ok } = await fetch(`${place.url}/health/ready`)
    if (!ok) throw new Error(`It does not serve:\n${app.output}`)
    return { server: userOf(app.server), database: userOf(place.database().pid!) }
  }

  test('in a folder that everyone may enter, root’s database runs as somebody who owns nothing else', async ({ assert, cleanup }) => {
    const place = await installation({ DEMO: '0' })
    cleanup(() => place.remove())
    const { server, database } = await serves(place)
    assert.equal(server.uid, process.getuid!())
    if (!isRoot) assert.deepEqual(database, server)
    else if (strangersReach(place.house)) assert.isAbove(database.uid, 0)
    else assert.deepEqual(database, { uid: 0, inside: STRANGER })
    assert.equal(statSync(`${place.varDir}/postgres`).mode & 0o777, 0o700)
  })

  test('in a folder that only root may enter, it runs as root under another name', async ({ assert, cleanup }) => {
    const place = await installation({ DEMO: '0' })
    cleanup(() => place.remove())
    chmodSync(place.varDir, 0o700)
    const { server, database } = await serves(place)
    if (isRoot) assert.deepEqual(database, { uid: 0, inside: STRANGER })
    else assert.deepEqual(database, server)
  })

  test('an ordinary user needs nobody else', async ({ assert, cleanup }) => {
    const place = await installation({ DEMO: '0' })
    cleanup(() => place.remove())
    if (isRoot && !strangersReach(place.house)) return assert.isTrue(isRoot, 'nobody but root can start it here')
    const { server, database } = await serves(place, isRoot ? STRANGER : undefined)
    assert.isAbove(server.uid, 0)
    assert.deepEqual(database, server)
  })
})
