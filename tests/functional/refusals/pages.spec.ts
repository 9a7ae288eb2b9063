import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import { Agent } from '#tests/support/agent'
import { assertDiscreet, assertHardened } from '#tests/support/hygiene'
import { type Reply, wire } from '#tests/support/wire'
import { type World, aWorld } from '#tests/support/world'

interface Words {
  title: string
  text: string
}

const words = (lang: string): Record<string, Words> => JSON.parse(readFileSync(`resources/lang/${lang}/errors.json`, 'utf8'))
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

type Ask = (headers: Record<string, string>, world: World) => Promise<Reply>

/** How each error is met. The 500 and the 503 are in tests/unit/exceptions. */
const MET: Record<number, Ask> = {
  400: (headers) => wire('GET', '/salon/%00', { headers }),
  403: async (headers) => wire('GET', '/salon/forum/control', { by: await Agent.as('alice'), headers }),
  404: (headers) => wire('GET', '/nulle-part', { headers }),
  409: (headers, { globex }) => asBob('/salon/forum/my/interviews', `standId=${globex.id}`, headers),
  413: (headers) => wire('POST', '/compte/sign-ins', { headers: { ...FORM, ...headers }, body: 'x'.repeat(300_000) }),
  419: (headers) => wire('POST', '/compte/sign-ins', { headers: { ...FORM, ...headers }, body: 'email=a' }),
  421: (headers) => wire('GET', '/salon', { headers: { ...headers, host: 'ailleurs.example' } }),
  422: (headers) => asBob('/salon/forum/my/interviews', 'standId=x', headers),
  429: async (headers) => {
    for (let n = 0; n < 10; n++) await signIn('bob@example.org', {})
    return signIn('bob@example.org', headers)
  },
}

async function asBob(path: string, body: string, headers: Record<string, string>) {
  const bob = await Agent.as('bob')
  return wire('POST', path, { by: bob, headers: { ...FORM, 'x-csrf-token': bob.token, ...headers }, body })
}

async function signIn(email: string, headers: Record<string, string>) {
  const visitor = await Agent.visitor()
  const body = new URLSearchParams({ email, password: 'wrong' }).toString()
  return wire('POST', '/compte/sign-ins', { by: visitor, headers: { ...FORM, 'x-csrf-token': visitor.token, ...headers }, body })
}

test.group('The page of an error', (group) => {
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  for (const [code, ask] of Object.entries(MET))
    test(`${code} has one in French, in English, for a part of a page and for a program`, async ({ assert }) => {
      const world = await aWorld()
      const pages: [string, Record<string, string>][] = [
        ['fr', {}],
        ['en', { 'accept-language': 'en' }],
        ['fr', { 'hx-request': 'true' }],
      ]
      for (const [lang, headers] of pages) {
        const { status, body, headers: of } = await ask({ 'accept-language': lang, ...headers }, world)
        assert.equal(status, Number(code))
        assert.include(body, `<html lang="${lang}"`)
        assert.include(body, `<h1>${words(lang)[code].title}</h1>`)
        assert.match(body, /<a class="button" href="\/">/)
        assert.include(body, String(of['x-request-id']))
        assert.equal(of['cache-control'], 'no-store')
        assert.equal(of['hx-retarget'], 'hx-request' in headers ? 'body' : undefined)
        assertDiscreet(assert, body)
        assertHardened(assert, (name) => of[name] as string)
      }

      const told = await ask({ accept: 'application/json', 'accept-language': 'en' }, world)
      assert.equal(told.status, Number(code))
      assert.match(String(told.headers['content-type']), /^application\/json/)
      const problem = JSON.parse(told.body)
      assert.equal(problem.status, Number(code))
      assert.equal(problem.requestId, told.headers['x-request-id'])
      assert.isNotEmpty(problem.message)
      assertDiscreet(assert, told.body.replaceAll('"E_', '"'))
    })

  test('429 says when to come back', async ({ assert }) => {
    const { headers, body } = await MET[429]({}, await aWorld())
    assert.isAbove(Number(headers['retry-after']), 14 * 60)
    assert.isAtMost(Number(headers['retry-after']), 15 * 60)
    assert.include(body, 'Recommencez dans 15 minutes')
  })
})

test.group('The reference of a request', () => {
  test('is that of a proxy in front, when it looks like one', async ({ assert }) => {
    const { headers, body } = await wire('GET', '/nulle-part', { headers: { 'x-request-id': 'b7e2f9a0-1c' } })
    assert.equal(headers['x-request-id'], 'b7e2f9a0-1c')
    assert.include(body, 'b7e2f9a0-1c')
  })

  test('is our own when somebody sends anything else', async ({ assert }) => {
    for (const sent of ['x'.repeat(5000), '<script>', 'a b c d e f g', ''])
      assert.match(String((await wire('GET', '/nulle-part', { headers: { 'x-request-id': sent } })).headers['x-request-id']), /^[\w-]{36}$/)
  })
})

test.group('A part of a page, for somebody who is no longer signed in', () => {
  test('makes its page ask again, instead of showing the sign-in page inside', async ({ assert }) => {
    for (const path of ['/salon/forum/my/region', '/salon/forum/control/region', '/messages/news/region']) {
      const { status, headers, body } = await wire('GET', path, { headers: { 'hx-request': 'true' } })
      assert.equal(status, 401)
      assert.equal(headers['hx-refresh'], 'true')
      assert.equal(body, '')
    }
  })

  test('is refused to Alice with the whole page, as to a visitor', async ({ assert }) => {
    const { status, body } = await wire('GET', '/salon/forum/control/region', { by: await Agent.as('alice') })
    assert.equal(status, 403)
    assert.notInclude(body, '<form')
    assert.include(body, 'Accès refusé')
  })
})
