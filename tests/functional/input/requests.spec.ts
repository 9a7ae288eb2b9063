import { connect } from 'node:net'
import { test } from '@japa/runner'
import { TABLE } from '#tests/support/access'
import { Agent, baseUrl } from '#tests/support/agent'
import { addressOf } from '#tests/support/cast'
import { assertDiscreet } from '#tests/support/hygiene'
import { everyRow } from '#tests/support/rows'
import { wire } from '#tests/support/wire'
import { aWorld } from '#tests/support/world'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** Bytes as they are, for what no library agrees to send. @returns the first line of the answer */
function speak(bytes: string) {
  const { hostname, port } = new URL(baseUrl())
  return new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
      socket.end()
    })
    socket.on('end', () => resolve(heard.split('\r\n')[0]))
    socket.on('error', reject)
  })
}

test.group('A method', () => {
  test('that an address does not have is absent, and changes nothing', async ({ assert }) => {
    const world = await aWorld()
    const adrien = await Agent.as('adrien')
    const before = await everyRow()
    for (const line of TABLE)
      for (const method of ['OPTIONS', 'TRACE', 'PATCH', 'PROPFIND', 'LOCK', 'PURGE']) {
        const { status, body, headers } = await wire(method, addressOf(line, world), { by: adrien })
        assert.equal(status, 404, `${method} ${line.pattern}`)
        assertDiscreet(assert, body)
        assert.deepEqual(
          Object.keys(headers).filter((name) => name.startsWith('access-control')),
          []
        )
      }
    assert.deepEqual(await everyRow(), before)
  }).timeout(60_000)

  test('HEAD is GET without its page', async ({ assert }) => {
    const world = await aWorld()
    const adrien = await Agent.as('adrien')
    for (const line of TABLE.filter(
      ({ method, answers, route }) => method === 'GET' && answers.page?.includes('admin') && route !== 'live'
    )) {
      const { status, body } = await wire('HEAD', addressOf(line, world), { by: adrien })
      assert.equal(status, 200, line.pattern)
      assert.equal(body, '')
    }
    assert.equal((await wire('HEAD', '/nulle-part')).status, 404)
  })

  test('that no form asks for is refused with a page', async ({ assert }) => {
    const { forum } = await aWorld()
    const odile = await Agent.as('odile')
    const before = await everyRow()
    for (const end of ['GET', 'HEAD', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'x', '', 'PUT%00', 'constructor', '__proto__'].map(
      (name) => `_method=${name}`
    ))
      for (const address of [`${forum.path}/opening?${end}`, `${forum.path}?${end}`]) {
        const { status, body } = await wire('POST', address, { by: odile, headers: FORM, body: `_csrf=${odile.token}` })
        assert.equal(status, 400, address)
        assert.include(body, 'Demande illisible')
      }
    for (const end of ['_method[]=PUT', '_method[a]=PUT', '_method=PUT&_method=DELETE'])
      assert.equal(
        (await wire('POST', `${forum.path}?${end}`, { by: odile, headers: FORM, body: `_csrf=${odile.token}` })).status,
        400,
        end
      )
    assert.deepEqual(await everyRow(), before)
  })

  test('of a form is not that of a link', async ({ assert }) => {
    const { forum } = await aWorld()
    const odile = await Agent.as('odile')
    const before = await everyRow()
    for (const method of ['PUT', 'DELETE', 'POST']) assert.equal((await odile.get(`${forum.path}?_method=${method}`)).status, 200)
    assert.equal((await odile.get(`${forum.path}/opening?_method=DELETE`)).status, 404)
    assert.deepEqual(await everyRow(), before)
  })
})

test.group('A host name', () => {
  test('that is not ours is refused, on assets too', async ({ assert }) => {
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'evil.example:80',
      'a b',
      '[::2]',
      'localhost.',
      '0.0.0.0',
      'x'.repeat(300),
    ])
      for (const path of ['/', '/salon', '/favicon.svg', '/nulle-part']) {
        const { status, body } = await wire('GET', path, { headers: { host } })
        assert.equal(status, 421, host)
        assert.include(body, 'Adresse inconnue')
        assert.notInclude(body, 'evil')
      }
  })

  test('that is this machine’s own is served, whatever its case and port', async ({ assert }) => {
    for (const host of ['localhost', 'LOCALHOST:3333', '127.0.0.1', '[::1]:80'])
      assert.equal((await wire('GET', '/salon', { headers: { host } })).status, 200, host)
  })

  test('is not needed by whoever watches the machine, and by nobody else', async ({ assert }) => {
    assert.equal((await wire('GET', '/health/live', { headers: { host: '10.0.0.7' } })).status, 200)
    assert.equal(await speak('GET /salon HTTP/1.0\r\n\r\n'), 'HTTP/1.1 421 Misdirected Request')
    assert.equal(await speak('GET /salon HTTP/1.1\r\n\r\n'), 'HTTP/1.1 400 Bad Request')
  })

  test('forwarded by somebody whom we do not trust is not believed', async ({ assert }) => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': 'not an address',
      'x-forwarded-proto': 'https',
      forwarded: 'for=_x',
    }
    const { status, body } = await wire('GET', '/compte/sign-ins/create', { headers })
    assert.equal(status, 200)
    assert.notInclude(body, 'evil.example')
  })
})

test.group('A cookie', () => {
  const ODD = ['abc', 's:abc', 's:eyJtZXNzYWdlIjoiYWJjIn0.x', 'e:abc', '%', '%E0%A4%A', '"', '[]', '{}', '__proto__', 'x'.repeat(8000), '']

  test('that is broken is as none', async ({ assert }) => {
    for (const value of ODD)
      for (const name of ['tremplin', 'lang', 'theme', '__proto__', 'x']) {
        const { status, body } = await wire('GET', '/salon', { headers: { cookie: `${name}=${value}` } })
        assert.equal(status, 200, `${name}=${value.slice(0, 40)}`)
        assertDiscreet(assert, body)
      }
  })

  test('of Alice that was touched is not Alice’s', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const whole = decodeURIComponent(alice.cookies.get('tremplin')!)
    for (const touched of [whole.slice(0, -1), `${whole}x`, whole.replace(/^s:/, ''), whole.toUpperCase()]) {
      const { body } = await wire('GET', '/salon', { headers: { cookie: `tremplin=${encodeURIComponent(touched)}` } })
      assert.notInclude(body, 'alice@example.org')
    }
  })

  test('twice, or lost among hundreds, is read', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const own = alice.headers.cookie
    const many = Array.from({ length: 500 }, (_, n) => `c${n}=x`).join('; ')
    assert.include((await wire('GET', '/salon', { headers: { cookie: `${many}; ${own}` } })).body, 'alice@example.org')
    assert.equal((await wire('GET', '/salon', { headers: { cookie: `${own}; tremplin=abc` } })).status, 200)
  })
})

test.group('Bytes that are no request', () => {
  test('are refused by the server itself', async ({ assert }) => {
    for (const bytes of [
      'x\r\n\r\n',
      'GET\r\n\r\n',
      'FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01',
      'GET / HTTP/9.9\r\n\r\n',
    ])
      assert.match(await speak(bytes), /^HTTP\/1\.1 400 /, bytes)
  })
})
