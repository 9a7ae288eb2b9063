import { existsSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { type Role, TABLE } from '#tests/support/access'
import { PASSWORD } from '#database/seeders/cast_seeder'
import { Agent } from '#tests/support/agent'
import { addressOf, browserOf } from '#tests/support/cast'
import { assertHardened } from '#tests/support/hygiene'
import { withWorld } from '#tests/support/shared'
import { wire } from '#tests/support/wire'
import { aWorld } from '#tests/support/world'

const pages = TABLE.filter(({ method, route }) => method === 'GET' && route !== 'live')
const isRegion = (pattern: string) => pattern.endsWith('/region')
const isHealth = (pattern: string) => pattern.startsWith('/health')

/** Some of those who are shown it, with and without an account. */
const SOME: Role[] = ['visitor', 'attendee', 'stand', 'organiser', 'admin']

test.group('Every page and part of a page', (group) => {
  const shared = withWorld(group)

  for (const line of pages)
    test(`${line.pattern} says how a browser may use it`, async ({ assert }) => {
      for (const role of SOME.filter((one) => line.answers.page?.includes(one))) {
        const address = addressOf(line, shared.world())
        const { headers, status } = await shared.browser(role).get(address, { headers: { origin: 'https://evil.example' } })
        assert.oneOf(status, [200, 204])
        assertHardened(assert, (name) => headers.get(name), role)
        assert.deepEqual(
          [...headers.keys()].filter((name) => name.startsWith('access-control')),
          []
        )
        if (!isHealth(line.pattern)) assert.equal(headers.get('cache-control'), cacheOf(line.pattern, role))
      }
    })

  /** A part is asked for again and again, and answers 304; a page of somebody known is stored nowhere; nothing is shared. */
  function cacheOf(pattern: string, role: Role) {
    if (pattern.endsWith('/:token') || pattern.startsWith('/compte/resets')) return 'no-store'
    if (isRegion(pattern) || role === 'visitor' || pattern === '/manifest.webmanifest') return 'private, no-cache'
    return 'no-store'
  }

  test('a nonce serves once', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const nonces = await Promise.all([1, 2, 3].map(async () => (await visitor.get('/')).headers.get('content-security-policy')))
    assert.lengthOf(new Set(nonces), 3)
  })

  test('no page holds a script, a style or an event of its own', async ({ assert }) => {
    const adrien = shared.browser('admin')
    for (const line of pages.filter(({ answers }) => answers.page?.includes('admin'))) {
      const { body } = await adrien.get(addressOf(line, shared.world()))
      assert.notMatch(body, /<script(?![^>]*\ssrc=)[^>]*>\s*\S/, line.pattern)
      assert.notMatch(body, /<style|\sstyle=|\son\w+=|javascript:/i, line.pattern)
    }
  })
})

test.group('A part of a page', () => {
  test('that has not changed is not sent again', async ({ assert }) => {
    const world = await aWorld()
    const alice = await browserOf('attendee', world)
    const first = await alice.get('/salon/forum/my/region')
    const again = await alice.get('/salon/forum/my/region', { headers: { 'if-none-match': first.headers.get('etag')! } })
    assert.equal(again.status, 304)
    assert.equal(again.body, '')
    await world.alice.pause({ by: { kind: 'user', id: world.alice.userId }, at: world.forum.startsAt })
    const changed = await alice.get('/salon/forum/my/region', { headers: { 'if-none-match': first.headers.get('etag')! } })
    assert.equal(changed.status, 200)
  })
})

test.group('Assets', () => {
  test('have the same headers, and no cookie', async ({ assert }) => {
    const built = existsSync('public/assets') ? readdirSync('public/assets').filter((name) => /\.(js|css|woff2)$/.test(name)) : []
    for (const path of ['/favicon.svg', '/robots.txt', '/sw.js', '/icons/icon-192.png', ...built.map((name) => `/assets/${name}`)]) {
      const { status, headers } = await wire('GET', path, { headers: { origin: 'https://evil.example' } })
      assert.equal(status, 200, path)
      assertHardened(assert, (name) => headers[name] as string, path)
      assert.notProperty(headers, 'set-cookie', path)
      if (path.startsWith('/assets/')) assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    }
  })

  test('are nothing outside their folder', async ({ assert }) => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/.env',
      '/.env',
      '/assets/../../.env.test',
      '/.git/config',
      '/var/env',
    ])
      assert.oneOf((await wire('GET', path)).status, [400, 403, 404], path)
  })
})

test.group('Cookies', () => {
  test('are not for scripts, nor for forms of other sites', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const chosen = await visitor.put('/compte/preferences', { locale: 'en', theme: 'dark' })
    const entered = await visitor.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD, remember: 'on' })
    const cookies = [chosen, entered].flatMap(({ headers }) => headers.getSetCookie()).filter((cookie) => !cookie.startsWith('remember_'))
    assert.sameMembers(
      cookies.map((cookie) => cookie.split('=')[0]),
      ['lang', 'theme', 'tremplin', 'device']
    )
    for (const cookie of cookies) {
      assert.match(cookie, /; HttpOnly/)
      assert.match(cookie, /; SameSite=Lax/)
      assert.match(cookie, /; Path=\//)
    }
  })
})
