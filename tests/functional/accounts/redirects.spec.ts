import { test } from '@japa/runner'
import { PASSWORD } from '#database/seeders/cast_seeder'
import { Agent, baseUrl } from '#tests/support/agent'
import { ELSEWHERE } from '#tests/support/elsewhere'
import { fieldOf } from '#tests/support/html'
import { undone } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'

/** As a browser sends them: those that no text has end before they lead anywhere. */
const sendable = ELSEWHERE.filter((address) => !address.includes('\0'))

test.group('Nobody is led to another site', () => {
  test('by the page that follows signing in', async ({ assert }) => {
    for (const next of sendable) {
      const browser = await Agent.visitor()
      const answer = await undone(() => browser.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD, next }))
      assert.equal(answer.location, '/salon', next)
    }
  }).timeout(30_000)

  test('by the page that follows signing up', async ({ assert }) => {
    const form = {
      givenName: 'I',
      familyName: 'R',
      email: 'ines@example.org',
      phone: '06 12 34 56 78',
      password: PASSWORD,
      passwordConfirmation: PASSWORD,
      terms: 'on',
    }
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example']) {
      const browser = await Agent.visitor()
      assert.equal((await undone(() => browser.post('/compte/candidates', { ...form, next }))).location, '/compte/verifications', next)
    }
  })

  test('by the address of the sign-in and sign-up pages, nor by the links between them', async ({ assert }) => {
    const browser = await Agent.visitor()
    for (const next of sendable)
      for (const page of ['/compte/sign-ins/create', '/compte/candidates/create', '/compte/verifications']) {
        const { body } = await browser.get(`${page}?next=${encodeURIComponent(next)}`)
        assert.isUndefined(fieldOf(body, 'next'), next)
        assert.notMatch(body, /href="[^"]*next=/, next)
      }
  })

  test('by the page that a form says it comes from', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const visitor = await Agent.visitor()
    for (const back of sendable) {
      assert.equal((await alice.put('/compte/preferences', { theme: 'dark', _back: back })).location, '/', back)
      const refused = await visitor.post('/compte/sign-ins', { email: '', password: '', _back: back })
      assert.equal(refused.status, 422, back)
      assert.isNull(refused.location)
    }
  })

  test('by the page that the browser says it comes from', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const origin = baseUrl()
    for (const referer of [
      'https://evil.example/salon',
      `https://evil.example/${origin}`,
      `${origin}.evil.example/`,
      `${origin}//evil.example`,
      'x',
    ])
      assert.equal((await alice.put('/compte/preferences', { theme: 'dark' }, { headers: { referer } })).location, '/', referer)
    const ours = await alice.put('/compte/preferences', { theme: 'dark' }, { headers: { referer: `${origin}/salon/forum?q=a` } })
    assert.equal(ours.location, '/salon/forum?q=a')
  })

  test('by a piece of news', async ({ assert }) => {
    const { news } = await aWorld()
    const alice = await Agent.as('alice')
    for (const to of sendable) assert.equal((await alice.post(`/messages/news/${news.id}/reading`, { to })).location, '/salon/forum/my', to)
    assert.equal((await alice.post(`/messages/news/${news.id}/reading`, { to: '/salon' })).location, '/salon')
  })
})
