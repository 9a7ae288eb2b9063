import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { baseUrl } from '#tests/support/agent'

test.group('Whether this process is ready', () => {
  test('it says no, and soon, when every connection is taken', async ({ assert }) => {
    const { max } = db.connection().getWriteClient().client.pool
    const taken = await Promise.all(Array.from({ length: max }, () => db.transaction()))
    try {
      const answer = await fetch(`${baseUrl()}/health/ready`, { signal: AbortSignal.timeout(8000) })
      assert.equal(answer.status, 503)
      assert.equal((await fetch(`${baseUrl()}/health/live`)).status, 200)
    } finally {
      await Promise.all(taken.map((trx) => trx.rollback()))
    }
    assert.equal((await fetch(`${baseUrl()}/health/ready`)).status, 200)
  })
})
