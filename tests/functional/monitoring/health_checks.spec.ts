import { mock } from 'node:test'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Agent } from '#tests/support/agent'
import { assertDiscreet } from '#tests/support/hygiene'

test.group('Health checks', () => {
  test('the process answers that it lives', async ({ assert }) => {
    const answer = await (await Agent.visitor()).get('/health/live')
    assert.equal(answer.status, 200)
    assert.deepEqual(JSON.parse(answer.body), { status: 'ok' })
    assert.isNull(answer.headers.get('set-cookie'))
  })

  test('it is ready when the database answers', async ({ assert }) => {
    const answer = await (await Agent.visitor()).get('/health/ready')
    assert.deepEqual(JSON.parse(answer.body), { status: 'ok', database: 'ok' })
  })

  test('it lives but is not ready when the database is away, and does not say where it was', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' })
    const asked = mock.method(db, 'rawQuery', () => ({ timeout: () => Promise.reject(away) }))
    const [live, ready] = [await visitor.get('/health/live'), await visitor.get('/health/ready')]
    asked.mock.restore()
    assert.equal(live.status, 200)
    assert.equal(ready.status, 503)
    assert.deepEqual(JSON.parse(ready.body), { status: 'unavailable', database: 'unreachable' })
    assertDiscreet(assert, ready.body)
  })
})
