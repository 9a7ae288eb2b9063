import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type Attendee from '#models/fair/attendee'
import { tell } from '#models/fair/telling'
import Delivery from '#models/messaging/delivery'
import PushSubscription from '#models/messaging/push_subscription'
import { attempt } from '#models/messaging/sending'
import { settings } from '#services/settings'
import { Agent, person } from '#tests/support/agent'
import { fieldOf } from '#tests/support/html'
import { BROWSER, aPushService } from '#tests/support/push'
import { aWorld } from '#tests/support/world'
import { aFair, anAttendee, byNobody } from '#database/factories/fair/fairs'

const MY = '/salon/forum/my'
const DEVICES = '/messages/push-subscriptions'

/** Her phone agrees, as its page lets it. */
async function agreed(attendee: Attendee, endpoint = BROWSER.endpoint, language = 'fr') {
  const phone = await Agent.asGuest(attendee)
  const headers = { 'accept-language': language }
  const fairId = fieldOf((await phone.get(`${MY}`)).body, 'fairId')?.value
  await phone.post(DEVICES, { ...BROWSER, endpoint, fairId, _back: MY }, { headers })
  return phone
}

/** Chloé signs in on the phone that keeps the place of this attendee. */
async function chloeOn(attendee: Attendee) {
  const chloe = await Agent.as('chloe')
  for (const [name, value] of (await Agent.asGuest(attendee)).cookies) if (name === 'tremplin_guest') chloe.cookies.set(name, value)
  return chloe
}

/** An hour of the zone's clock: of a day on which links live already, whenever the test runs. */
const yesterdayAt = (hour: number) => DateTime.now().setZone(settings().zone).minus({ days: 1 }).startOf('day').set({ hour })

const pushes = () => Delivery.query().where({ channel: 'push' }).whereNull('user_id').orderBy('id')

async function sendAll() {
  for (const { id } of await pushes().where('status', 'waiting')) await attempt(id, byNobody())
}

test.group('The phone of somebody without account', () => {
  test('rings when it is their turn, and says where', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    const { guest, globex } = await aWorld()
    const phone = await agreed(guest.attendee, `${service.url}/zoe`)
    assert.include((await phone.get(MY)).body, `data-endpoint="${service.url}/zoe"`)
    await globex.join(guest.attendee, byNobody(DateTime.utc()))
    await sendAll()
    const rung = service.received.map(({ headers, payload: { body, path, lang, urgent } }) => ({
      body,
      path,
      lang,
      urgent,
      urgency: headers.urgency,
    }))
    const called = { body: 'C’est votre tour chez Globex\u202f!', path: MY, lang: 'fr', urgent: true, urgency: 'high' }
    assert.deepInclude(rung, called)
    assert.lengthOf(await db.from('notifications').whereRaw(`params ->> 'stand' = 'Globex'`).where('path', MY), 1, 'Alice’s own')
  })

  test('is told in the language in which it agreed', async ({ assert }) => {
    const { guest, forum } = await aWorld()
    await agreed(guest.attendee, BROWSER.endpoint, 'en')
    await forum.announce({ text: 'Le buffet est ouvert.', lasts: 'end' }, byNobody(yesterdayAt(12)))
    const [{ locale, params }] = await pushes()
    assert.equal(locale, 'en')
    assert.include(params.sentence, 'Le buffet est ouvert.')
  })

  test('lets them sleep, but for what is now or never', async ({ assert }) => {
    const { guest } = await aWorld()
    await agreed(guest.attendee)
    const [night, morning] = [yesterdayAt(23), yesterdayAt(8).plus({ days: 1 })]
    const word = { userId: null, attendeeId: guest.attendee.id, params: { fair: 'Forum', text: '', stand: 'Globex' }, path: MY }
    await db.transaction((trx) =>
      tell(trx, byNobody(night), [
        { ...word, kind: 'fair.announced', about: 'long', expiresAt: morning.plus({ minutes: 1 }) },
        { ...word, kind: 'fair.announced', about: 'short', expiresAt: morning },
        { ...word, kind: 'fair.called', about: 'urgent', expiresAt: night.plus({ minutes: 5 }) },
      ])
    )
    assert.deepEqual(
      (await pushes()).map(({ about, dueAt }) => [about, dueAt.toMillis()]),
      [
        ['long', morning.toMillis()],
        ['urgent', night.toMillis()],
      ]
    )
  })

  test('does not ring for what is over, when it left late', async ({ assert, cleanup }) => {
    const service = await aPushService(cleanup)
    const { guest, globex } = await aWorld()
    await agreed(guest.attendee, service.url)
    await globex.join(guest.attendee, byNobody(DateTime.utc()))
    await guest.attendee.pause(byNobody(DateTime.utc()))
    await sendAll()
    const [{ status }] = await pushes().whereLike('about', 'call:%')
    assert.equal(status, 'expired')
    assert.notInclude(JSON.stringify(service.received), 'C’est votre tour')
  })

  test('rings no more once it forgot who it was, or its link was taken back', async ({ assert }) => {
    const { guest, globex } = await aWorld()
    const phone = await agreed(guest.attendee)
    await phone.delete('/salon/forum/guests/current')
    assert.isEmpty(await PushSubscription.query().whereNotNull('secret_link_id'))
    await agreed(guest.attendee)
    await guest.attendee.revokeGuestLink(byNobody())
    assert.isEmpty(await PushSubscription.query().whereNotNull('secret_link_id'))
    await globex.join(guest.attendee, byNobody(DateTime.utc()))
    assert.isEmpty(await pushes())
  })

  test('that forgets who it was leaves the others that keep the same place ringing', async ({ assert }) => {
    const { guest } = await aWorld()
    const endpoints = ['one', 'two', 'three'].map((name) => `https://push.example.org/${name}`)
    for (const endpoint of endpoints) await agreed(guest.attendee, endpoint)
    const forgotBy = async (endpoint?: string) => {
      const phone = await Agent.asGuest(guest.attendee)
      assert.equal((await phone.delete('/salon/forum/guests/current', { endpoint })).location, '/salon/forum')
      const left = await PushSubscription.query().whereNotNull('secret_link_id').orderBy('id')
      return left.map(({ endpoint }) => endpoint)
    }
    assert.deepEqual(await forgotBy(endpoints[0]), endpoints.slice(1))
    assert.deepEqual(await forgotBy('none'), endpoints.slice(1), 'a phone that had not agreed')
    assert.deepEqual(await forgotBy(), [], 'nobody knows which one it is')
    const lines = await db.from('audit_events').where('action', 'messaging.push_subscription.ended')
    assert.deepEqual(
      lines.map(({ actor_kind, actor_id }) => [actor_kind, actor_id]),
      endpoints.map(() => ['attendee', guest.attendee.id])
    )
  })

  test('rings on for the place when somebody signs in on it and does not link it', async ({ assert }) => {
    const { guest, globex } = await aWorld()
    await agreed(guest.attendee)
    const chloe = await chloeOn(guest.attendee)
    const { body } = await chloe.get(MY)
    assert.include(body, `data-endpoint="${BROWSER.endpoint}"`)
    const { id } = await person('chloe')
    const fairId = fieldOf(body, 'fairId')?.value
    const anew = `${BROWSER.endpoint}-anew`
    await chloe.post(DEVICES, { ...BROWSER, endpoint: anew, fairId, _back: MY })
    assert.include((await chloe.get(MY)).body, `data-endpoint="${anew}"`)
    assert.isEmpty(await PushSubscription.of(id))
    const device = await PushSubscription.findByOrFail('endpoint', anew)
    await globex.join(guest.attendee, byNobody(DateTime.utc()))
    const rung = await pushes().whereLike('about', 'call:%')
    assert.include(
      rung.map(({ address }) => address),
      String(device.id)
    )
  })

  test('rings for the account that has a place of its own there', async ({ assert }) => {
    const { guest, forum } = await aWorld()
    const chloe = await chloeOn(guest.attendee)
    await forum.attend(await person('chloe'), byNobody())
    assert.isUndefined(fieldOf((await chloe.get(MY)).body, 'fairId'))
    await chloe.post(DEVICES, { ...BROWSER, _back: MY })
    assert.include((await chloe.get(MY)).body, `data-endpoint="${BROWSER.endpoint}"`)
    assert.lengthOf(await PushSubscription.of((await person('chloe')).id), 1)
  })

  test('rings for the account to which the place was linked', async ({ assert }) => {
    const { guest, globex } = await aWorld()
    await agreed(guest.attendee)
    const chloe = await chloeOn(guest.attendee)
    await chloe.post(`${MY}/claim`)
    const { id } = await person('chloe')
    const [device, ...others] = await PushSubscription.of(id)
    assert.deepEqual([device.endpoint, others.length], [BROWSER.endpoint, 0])
    await globex.join(await guest.attendee.refresh(), byNobody(DateTime.utc()))
    const letters = await Delivery.query().where({ channel: 'push', user_id: id })
    assert.include(
      letters.map(({ address }) => address),
      String(device.id)
    )
  })

  test('is one of several, of which none is known to be the account’s: each is asked again', async ({ assert }) => {
    const { guest } = await aWorld()
    for (const name of ['one', 'two']) await agreed(guest.attendee, `https://push.example.org/${name}`)
    const before = await PushSubscription.query().whereNotNull('secret_link_id').orderBy('id')
    assert.lengthOf(before, 2)
    await guest.attendee.claim(await person('chloe'), byNobody())
    assert.isEmpty(
      await PushSubscription.query().whereIn(
        'id',
        before.map(({ id }) => id)
      )
    )
    const lines = await db.from('audit_events').where('action', 'messaging.push_subscription.ended').orderBy('object_id')
    assert.deepEqual(
      lines.map((line) => line.object_id),
      before.map(({ id }) => id)
    )
  })

  test('is nobody’s where it keeps no place', async ({ assert }) => {
    const { forum } = await aWorld()
    const elsewhere = await Agent.asGuest(await anAttendee(await aFair()))
    for (const phone of [elsewhere, await Agent.visitor()])
      assert.equal((await phone.post(DEVICES, { ...BROWSER, fairId: forum.id }, { json: true })).status, 401)
    assert.isEmpty(await PushSubscription.query().whereNotNull('secret_link_id'))
  })
})
