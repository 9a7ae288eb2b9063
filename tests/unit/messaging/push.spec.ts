import { createPublicKey, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { KindName } from '#config/notifications'
import Delivery from '#models/messaging/delivery'
import PushSubscription from '#models/messaging/push_subscription'
import { changePreferences } from '#models/messaging/preferences'
import { attempt } from '#models/messaging/sending'
import { SYSTEM } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { isPublic, publicLookup } from '#services/public_addresses'
import { post } from '#services/public_post'
import { prepareVapidKeys, vapidKeys } from '#services/vapid'
import { person } from '#tests/support/agent'
import { lettersOf, tell } from '#tests/support/news'
import { aDevice, aPushService, anEndlessService } from '#tests/support/push'

const now = () => ({ by: SYSTEM, at: DateTime.now() })

/** Tells Alice, and lets leave what leaves. @returns what becomes of the push */
async function pushed(kind: KindName = 'fair.called', values = {}) {
  await tell(await person('alice'), kind, DateTime.now(), values)
  const delivery = await Delivery.query().where('channel', 'push').orderBy('id', 'desc').firstOrFail()
  await attempt(delivery.id, now())
  return delivery.refresh()
}

/** What the signed token says, if this installation signed it. */
function claimsOf(authorization: string) {
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization)!
  const [head, claims, signature] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const isOurs = key === vapidKeys()!.publicKey
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url')
  )
  return isOurs && isSigned && JSON.parse(Buffer.from(claims, 'base64url').toString())
}

test.group('A push', () => {
  test('says in the browser what is said on the page, and nobody between can read it', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    const device = await aDevice(await person('alice'), { endpoint: `${service.url}/alice` })
    const delivery = await pushed('fair.called', { path: '/salon/forum/my', expiresAt: DateTime.now().plus({ minutes: 10 }) })
    assert.containsSubset(delivery.$attributes, { status: 'sent', address: String(device.id), receipt: `${service.url}/message/1` })
    const [{ path, headers, payload }] = service.received
    assert.equal(path, '/alice')
    assert.containsSubset(payload, {
      title: 'Tremplin',
      body: 'C’est votre tour chez Globex\u202f!',
      path: '/salon/forum/my',
      lang: 'fr',
      urgent: true,
    })
    assert.containsSubset(headers, { 'content-encoding': 'aes128gcm', urgency: 'high', topic: payload.tag as string })
    assert.approximately(Number(headers.ttl), 600, 5)
    assert.containsSubset(claimsOf(headers.authorization!), { aud: service.url, sub: 'mailto:no-reply@localhost' })
    assert.isNotNull((await device.refresh()).lastOkAt)
  })

  test('to a browser that has gone is the last', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    for (const answers of [404, 410]) {
      Object.assign(service, { answers })
      await aDevice(await person('alice'), { endpoint: `${service.url}/${answers}` })
      assert.equal((await pushed()).status, 'given_up')
      assert.deepEqual(await PushSubscription.all(), [])
    }
    await tell(await person('alice'), 'fair.called', DateTime.now())
    assert.lengthOf(await lettersOf(await person('alice')), 2)
  })

  test('that the service does not take now is tried again; one that it never will, is not', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    await aDevice(await person('alice'), { endpoint: service.url })
    for (const [answers, status] of [
      [503, 'waiting'],
      [429, 'waiting'],
      [401, 'waiting'],
      [413, 'given_up'],
      [302, 'given_up'],
    ] as const) {
      Object.assign(service, { answers })
      const delivery = await pushed()
      assert.equal(delivery.status, status, String(answers))
      assert.include(delivery.reason, String(answers))
    }
  })

  test('of a call that is withdrawn stays', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    await aDevice(await person('alice'), { endpoint: service.url })
    await tell(await person('alice'), 'fair.called', DateTime.now(), { about: 'call:1' })
    await db.transaction((trx) => withdrawNews(trx, now(), ['call:1']))
    const delivery = await Delivery.query().where('channel', 'push').firstOrFail()
    await attempt(delivery.id, now())
    assert.equal((await delivery.refresh()).status, 'expired')
    assert.deepEqual(service.received, [])
  })

  test('that waited stays when its reader has signed out of that browser since, or another agreed in it', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    const [alice, bob] = [await person('alice'), await person('bob')]
    for (const meanwhile of [() => alice.signIn!.end(now()), () => aDevice(bob, { endpoint: service.url })]) {
      await aDevice(alice, { endpoint: service.url })
      await tell(alice, 'fair.called', DateTime.now())
      await meanwhile()
      const delivery = await Delivery.query().where('channel', 'push').orderBy('id', 'desc').firstOrFail()
      await attempt(delivery.id, now())
      assert.equal((await delivery.refresh()).status, 'given_up')
    }
    assert.deepEqual(service.received, [])
  })

  test('goes to each device that agreed, at night too when it is one’s turn, unless it was silenced', async ({ assert }) => {
    const alice = await person('alice')
    const [phone, desk] = [await aDevice(alice), await aDevice(alice)]
    await aDevice(alice, { ended: true })
    await aDevice(await person('bob'))
    const night = DateTime.fromISO('2026-11-21T23:00:00Z')
    await tell(alice, 'fair.called', night)
    const letters = await lettersOf(alice)
    assert.sameMembers(
      letters.map(({ address }) => address),
      [phone, desk].map(({ id }) => String(id))
    )
    for (const { due_at } of letters) assert.equal(due_at.getTime(), night.toMillis())
    await changePreferences(alice.id, {}, [{ kind: 'fair.called', channel: 'push', mode: 'off' }], now())
    await tell(alice, 'fair.called', night)
    assert.lengthOf(await lettersOf(alice), 2)
  })
})

test.group('The keys of web push', () => {
  test('are drawn once, and kept so that only this installation reads them', async ({ assert }) => {
    const before = vapidKeys()!
    await prepareVapidKeys()
    assert.deepEqual(vapidKeys(), before)
    const row = await db.from('vapid_keys').firstOrFail()
    assert.notInclude(JSON.stringify(row), before.privateKey)
  })

  test('are drawn again with the subscriptions when they cannot be read any more', async ({ assert }) => {
    const before = vapidKeys()!
    await aDevice(await person('alice'))
    await db.from('vapid_keys').update({ private_key_encrypted: 'gcm.hidden by another key' })
    await prepareVapidKeys()
    assert.notEqual(vapidKeys()!.publicKey, before.publicKey)
    assert.deepEqual(await PushSubscription.all(), [])
  })
})

test.group('An address that a browser gives', () => {
  test('is one of the internet', ({ assert }) => {
    for (const address of ['8.8.8.8', '142.250.75.234', '2a00:1450:4007:80f::200e', '2606:4700::1111'])
      assert.isTrue(isPublic(address), address)
    const inside = `0.0.0.0 127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 198.18.0.1 224.0.0.1
      255.255.255.255 ::1 :: fe80::1 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 2002:7f00:1:: 2001::1 2001:db8::1 x 1`
    for (const address of inside.split(/\s+/)) assert.isFalse(isPublic(address), address)
  })

  test('is not followed to our own machines, whatever its name says', async ({ assert }) => {
    const body = Buffer.from('x')
    for (const url of ['https://127.0.0.1:1/', 'https://[::1]:1/', 'http://8.8.8.8/', 'https://localhost:1/', 'https://169.254.169.254/'])
      await assert.rejects(() => post(url, {}, body), /is inside/)
    await assert.rejects(() => promisify(publicLookup)('localhost', {}), /localhost is inside/)
  })

  test('that was kept before it was refused gets nothing, and is tried no more', async ({ assert }) => {
    const device = await aDevice(await person('alice'))
    await PushSubscription.query().where('id', device.id).update({ endpoint: 'https://10.0.0.1/x' })
    const { status, reason } = await pushed()
    assert.deepEqual([status, reason], ['given_up', '10.0.0.1 is inside'])
  })

  test('may answer without end, or not at all: neither keeps us', async ({ assert, cleanup }) => {
    const ask = (url: string, patience: number) => post(url, {}, Buffer.from('x'), { inside: true, patience })
    assert.lengthOf((await ask(await anEndlessService('as told', cleanup), 15_000)).text, 2000)
    const silent = await anEndlessService('', cleanup)
    await assert.rejects(() => ask(silent, 50), 'no answer in time')
  })
})
