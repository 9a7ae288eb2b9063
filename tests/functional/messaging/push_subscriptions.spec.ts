import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import PushSubscription from '#models/messaging/push_subscription'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { BROWSER, aDevice } from '#tests/support/push'
import { everyRow } from '#tests/support/rows'

const DEVICES = '/messages/push-subscriptions'
const PAGE = '/messages/preferences'
const FIREFOX = { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' } }

test.group('A device that agreed', () => {
  test('is in the list until it is removed', async ({ assert }) => {
    const alice = await Agent.as('alice')
    assert.equal((await alice.post(DEVICES, BROWSER, FIREFOX)).location, PAGE)
    const { body } = await alice.get(PAGE)
    assert.include(textOf(body), 'Un appareil les reçoit')
    assert.match(textOf(body), /Firefox/)
    const [, action] = /action="(\/messages\/push-subscriptions\/\d+)\?_method=DELETE"/.exec(body)!
    assert.equal((await alice.delete(action)).location, PAGE)
    assert.notInclude((await alice.get(PAGE)).body, BROWSER.endpoint)
    assert.deepEqual(await PushSubscription.all(), [])
    const lines = await db.from('audit_events').where('object_type', 'push_subscription').orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['messaging.push_subscription.made', 'messaging.push_subscription.ended']
    )
  })

  test('agrees once, and belongs to the last who agreed in it', async ({ assert }) => {
    for (const name of ['alice', 'alice', 'bob'] as const) await (await Agent.as(name)).post(DEVICES, BROWSER)
    const [device, ...more] = await PushSubscription.all()
    assert.lengthOf(more, 0)
    assert.equal(device.userId, (await person('bob')).id)
    assert.notInclude((await (await Agent.as('alice')).get(PAGE)).body, BROWSER.endpoint)
  })

  test('is no longer one once its person has signed out of it', async ({ assert }) => {
    const alice = await Agent.as('alice')
    await alice.post(DEVICES, BROWSER)
    await alice.delete('/compte/sign-ins/current')
    assert.deepEqual(await PushSubscription.of((await person('alice')).id), [])
  })

  test('is one of ten at most: the oldest gives its place', async ({ assert }) => {
    const user = await person('alice')
    const first = await aDevice(user)
    for (let n = 0; n < 10; n++) await aDevice(user)
    const ids = (await PushSubscription.all()).map(({ id }) => id)
    assert.lengthOf(ids, 10)
    assert.notInclude(ids, first.id)
  })

  test('has an address on the internet and a key that is one', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    const addresses = [
      'http://push.example.org/x',
      'https://localhost/x',
      'https://10.0.0.1/x',
      'https://[::1]/x',
      'https://169.254.169.254/latest/meta-data',
      'https://167772161/x',
      'https://0xa.1/x',
      'https://intranet/x',
      'https://printer.local/x',
      'https://localhost./x',
      'https://nas.home.arpa/x',
      'https://me:secret@push.example.org/x',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'x',
      '',
      `https://push.example.org/${'x'.repeat(2000)}`,
    ]
    const keys = [{ p256dh: 'x' }, { p256dh: BROWSER.p256dh.slice(0, -4) + 'AAAA' }, { auth: 'x' }, { auth: '' }, { p256dh: '' }]
    for (const wrong of [...addresses.map((endpoint) => ({ endpoint })), ...keys])
      assert.equal((await alice.post(DEVICES, { ...BROWSER, ...wrong }, { json: true })).status, 422, JSON.stringify(wrong).slice(0, 80))
    assert.deepEqual(await everyRow(), before)
  })
})

test.group('What a telephone needs', () => {
  test('is a manifest in the language of its person, whose icons are there', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const { headers, body } = await visitor.get('/manifest.webmanifest', { headers: { 'accept-language': 'en' } })
    assert.include(headers.get('content-type'), 'application/manifest+json')
    const manifest = JSON.parse(body)
    assert.containsSubset(manifest, { name: 'Tremplin', lang: 'en', display: 'standalone', start_url: '/', scope: '/' })
    for (const { src } of manifest.icons) {
      const icon = await visitor.get(src)
      assert.deepEqual([icon.status, icon.headers.get('content-type')], [200, 'image/png'], src)
    }
    assert.include((await visitor.get('/')).body, '<link rel="manifest" href="/manifest.webmanifest">')
  })

  test('is a worker for the whole site, asked for again at each visit', async ({ assert }) => {
    const { status, headers, body } = await (await Agent.visitor()).get('/sw.js')
    assert.equal(status, 200)
    assert.match(headers.get('content-type')!, /javascript/)
    assert.equal(headers.get('cache-control'), 'no-cache')
    assert.notMatch(body, /addEventListener\('fetch'/, 'no private page is kept')
  })
})
