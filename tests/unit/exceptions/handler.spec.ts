import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { mock } from 'node:test'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { HttpContext } from '@adonisjs/core/http'
import HttpExceptionHandler from '#exceptions/handler'
import { Refusal } from '#exceptions/refusal'
import { assertDiscreet } from '#tests/support/hygiene'

/** What goes wrong in machines, with what each would rather not have told. */
function secret(code: string, more: object = {}) {
  return Object.assign(new Error(`select password from users where email = 'alice@example.org' (${code})`), { code, ...more })
}

const AWAY = [
  secret('ECONNREFUSED'),
  secret('ECONNRESET'),
  secret('ENOENT', { syscall: 'connect' }),
  secret('57P01'),
  secret('57P03'),
  secret('53300'),
  Object.assign(new Error('Timeout acquiring a connection'), { name: 'KnexTimeoutError' }),
  new Error('Connection terminated unexpectedly'),
]

const BROKEN = [
  secret('23514'),
  secret('42P01'),
  secret('ENOENT', { syscall: 'open', path: '/work/secret' }),
  new TypeError("Cannot read properties of undefined (reading 'password')"),
  'a text that somebody threw',
  { status: 200 },
  { status: 999, message: 'x' },
  null,
]

async function answer(error: unknown, headers: Record<string, string> = {}, prepare: (ctx: HttpContext) => void = () => {}) {
  const req = new IncomingMessage(new Socket())
  Object.assign(req, { method: 'GET', url: '/salon/forum', headers: { host: 'localhost', accept: 'text/html', ...headers } })
  const ctx = await testUtils.createHttpContext({ req, res: new ServerResponse(req) })
  prepare(ctx)
  await new HttpExceptionHandler().handle(error, ctx)
  return {
    status: ctx.response.getStatus(),
    id: ctx.request.id()!,
    body: bodyOf(ctx),
    header: (name: string) => ctx.response.getHeader(name),
  }
}

function bodyOf({ response }: HttpContext) {
  const [content] = response.content?.[0] === undefined ? [''] : response.content
  return typeof content === 'string' ? content : JSON.stringify(content)
}

test.group('When the database is away', () => {
  for (const error of AWAY)
    test(`${(error as { code?: string }).code ?? error.name}: a page says that nothing is lost, and to try again`, async ({ assert }) => {
      const { status, id, body, header } = await answer(error)
      assert.equal(status, 503)
      assert.include(body, 'Service momentanément indisponible')
      assert.include(body, '<a class="button button--primary" href="/salon/forum">')
      assert.include(body, id)
      assert.equal(header('retry-after'), '5')
      assertDiscreet(assert, body)
      assert.notInclude(body, 'alice')
    })

  test('a program and an English reader are told in their way', async ({ assert }) => {
    const told = await answer(AWAY[0], { accept: 'application/json' })
    assert.equal(told.status, 503)
    assert.containsSubset(JSON.parse(told.body), { status: 503, code: 'E_DATABASE_UNREACHABLE', requestId: told.id })
    const page = await answer(AWAY[0], { 'accept-language': 'en', 'hx-request': 'true' })
    assert.include(page.body, '<html lang="en"')
    assert.include(page.body, 'The service is restarting')
    assert.equal(page.header('hx-retarget'), 'body')
  })
})

test.group('When something breaks', () => {
  for (const error of BROKEN)
    test(`${String((error as { message?: string })?.message ?? error).slice(0, 40)}: a page says that it is our fault, and nothing else`, async ({
      assert,
    }) => {
      const { status, id, body, header } = await answer(error)
      assert.equal(status, 500)
      assert.include(body, 'Une erreur est survenue')
      assert.include(body, id)
      assert.equal(header('cache-control'), 'no-store')
      assertDiscreet(assert, body)
      assert.notMatch(body, /alice|password|somebody threw|secret/)
    })

  test('a program is told so too', async ({ assert }) => {
    const { status, body } = await answer(BROKEN[0], { accept: 'application/json' })
    assert.equal(status, 500)
    assert.containsSubset(JSON.parse(body), { status: 500, code: 'E_INTERNAL' })
    assert.notMatch(body, /alice|password/)
  })

  test('even the error page: one sentence is left', async ({ assert }) => {
    const { status, body, header } = await answer(new Refusal('fair.refusals.not_waiting'), {}, ({ view }) => {
      mock.method(view, 'render', () => Promise.reject(secret('EDGE')))
    })
    assert.equal(status, 409)
    assert.equal(body, 'Cette personne n’attend pas à ce stand.')
    assert.include(String(header('content-type')), 'text/plain')
  })
})
