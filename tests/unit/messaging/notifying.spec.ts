import { test } from '@japa/runner'
import { smsConfig } from '#config/sms'
import db from '@adonisjs/lucid/services/db'
import { KINDS, modesOf } from '#config/notifications'
import User from '#models/accounts/user'
import Notification from '#models/messaging/notification'
import { changePreferences } from '#models/messaging/preferences'
import { SYSTEM } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { person } from '#tests/support/agent'
import { NIGHT, NOON, lettersOf, tell, unproved } from '#tests/support/news'
import { queriesOf } from '#tests/support/queries'

const noon = { by: SYSTEM, at: NOON }

test.group('What leaves the building', () => {
  test('is mailed to whoever has proved the address, in their language', async ({ assert }) => {
    const [rachid, paula] = [await person('rachid'), await unproved(await person('paula'))]
    await rachid.merge({ locale: 'en' }).save()
    await tell([rachid, paula], 'messaging.message_received', NOON, { expiresAt: NOON.plus({ days: 1 }) })
    const [mail, ...more] = await lettersOf(rachid)
    assert.lengthOf(more, 0)
    assert.containsSubset(mail, { channel: 'email', address: 'rachid@example.org', locale: 'en', template: 'messaging/notification' })
    assert.containsSubset(mail.params, { sentence: 'Message from Rachid Benali.', path: '/salon' })
    assert.equal(mail.due_at.getTime(), NOON.toMillis())
    assert.equal(mail.expires_at.getTime(), NOON.plus({ days: 1 }).toMillis())
    assert.deepEqual(await lettersOf(paula), [])
    assert.lengthOf(await Notification.query().where('user_id', paula.id), 1)
  })

  test('is nothing for what is said in the building only', async ({ assert }) => {
    const alice = await person('alice')
    for (const kind of ['fair.called', 'fair.passed'] as const) await tell(alice, kind, NOON)
    assert.deepEqual(await lettersOf(alice), [])
  })

  test('waits for the morning, unless its reader wants it at night', async ({ assert }) => {
    const [rachid, paula] = [await person('rachid'), await person('paula')]
    await changePreferences(paula.id, { quietHours: false }, [], noon)
    await tell([rachid, paula], 'messaging.message_received', NIGHT)
    assert.equal((await lettersOf(rachid))[0].due_at.toISOString(), '2026-11-22T07:00:00.000Z')
    assert.equal((await lettersOf(paula))[0].due_at.getTime(), NIGHT.toMillis())
  })

  test('is nothing when it would be over in the morning, or is over already', async ({ assert }) => {
    const rachid = await person('rachid')
    await tell(rachid, 'messaging.message_received', NIGHT, { expiresAt: NIGHT.plus({ hours: 2 }) })
    await tell(rachid, 'messaging.message_received', NOON, { expiresAt: NOON })
    assert.deepEqual(await lettersOf(rachid), [])
  })

  test('stays when it is withdrawn, or read on a page, before it leaves', async ({ assert }) => {
    const rachid = await person('rachid')
    await tell(rachid, 'messaging.message_received', NIGHT, { about: 'message:1' })
    await tell(rachid, 'messaging.message_received', NIGHT)
    await tell(rachid, 'messaging.message_received', NIGHT)
    await db.transaction((trx) => withdrawNews(trx, { by: SYSTEM, at: NIGHT.plus({ hours: 1 }) }, ['message:1']))
    const read = await Notification.query().where('user_id', rachid.id).orderBy('id', 'desc').firstOrFail()
    await read.read({ by: SYSTEM, at: NIGHT.plus({ hours: 1 }) })
    assert.deepEqual(
      (await lettersOf(rachid)).map(({ status, secrets }) => [status, secrets === null]),
      [
        ['expired', true],
        ['waiting', false],
        ['expired', true],
      ]
    )
  })

  test('costs the same number of queries for one person and for many', async ({ assert }) => {
    const people = await User.query()
    const cost = async (some: User[], kind: 'fair.called' | 'fair.passed' | 'messaging.message_received') =>
      (await queriesOf(() => tell(some, kind, NOON))).length
    const mailed = await cost(people.slice(0, 1), 'messaging.message_received')
    assert.equal(await cost(people, 'messaging.message_received'), mailed)
    for (const kind of ['fair.called', 'fair.passed'] as const) {
      assert.equal(await cost(people.slice(0, 1), kind), 2, 'the rows and the signal')
      assert.equal(await cost(people, kind), 2)
    }
  })
})

test.group('What a person chose', () => {
  test('silences, groups or lets through, by kind and channel', async ({ assert }) => {
    const rachid = await person('rachid')
    await changePreferences(
      rachid.id,
      {},
      [
        { kind: 'messaging.message_received', channel: 'email', mode: 'digest' },
        { kind: 'fair.passed', channel: 'app', mode: 'off' },
      ],
      noon
    )
    await tell(rachid, 'messaging.message_received', NOON)
    await tell(rachid, 'fair.passed', NOON)
    await tell(rachid, 'board.application_received', NOON)
    assert.lengthOf(await lettersOf(rachid), 1, 'only the application')
    const rows = await Notification.query().where('user_id', rachid.id).orderBy('id')
    assert.deepEqual(
      rows.map(({ silent, digestAt }) => [silent, digestAt?.toUTC().toISO() ?? null]),
      [
        [false, '2026-11-22T07:00:00.000Z'],
        [true, null],
        [false, null],
      ]
    )
    const { news, unread } = await Notification.newsOf(rachid.id, NOON)
    assert.equal(unread, 3, 'the bell counts what is in the list')
    assert.sameMembers(
      news.map(({ kind }) => kind),
      ['messaging.message_received', 'board.application_received']
    )
  })

  test('is told on the telephone where there is a gateway and a number, and only then', async ({ assert, cleanup }) => {
    const alice = await person('alice')
    const asked = [{ kind: 'fair.called', channel: 'sms', mode: 'on' } as const]
    const told = async (at: typeof NOON) => {
      await tell(alice, 'fair.called', at)
      return (await lettersOf(alice)).filter(({ channel }) => channel === 'sms').map(({ address }) => address)
    }
    assert.deepEqual(modesOf('fair.called', 'sms'), [])
    await alice.merge({ phone: '+33612345678' }).save()
    cleanup(() => void (smsConfig.url = undefined))
    smsConfig.url = 'https://gateway.example'
    await changePreferences(alice.id, {}, asked, noon)
    smsConfig.url = undefined
    assert.deepEqual(await told(NOON), [], 'no gateway any more')
    smsConfig.url = 'https://gateway.example'
    assert.deepEqual(modesOf('fair.called', 'sms'), ['off', 'on'])
    assert.deepEqual(await told(NIGHT), ['+33612345678'], 'at night too')
    await alice.merge({ phone: null }).save()
    assert.lengthOf(await told(NOON), 1, 'no number')
    await changePreferences(alice.id, {}, [{ ...asked[0], mode: 'off' }], noon)
    await alice.merge({ phone: '+33612345678' }).save()
    assert.lengthOf(await told(NOON), 1, 'not asked for')
  })

  test('is never that one’s turn stays unseen, nor that what matters is never mailed', ({ assert }) => {
    assert.deepEqual(modesOf('fair.called', 'app'), [])
    const mailed = KINDS.filter((kind) => modesOf(kind, 'email')[0] === 'on' && !modesOf(kind, 'email').includes('off'))
    assert.includeMembers(mailed, [
      'board.application_received',
      'board.application_changed',
      'board.publication_decided',
      'board.appointment_soon',
      'accounts.verification_decided',
      'messaging.message_received',
    ])
  })
})
