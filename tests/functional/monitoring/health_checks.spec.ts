import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'

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
})
