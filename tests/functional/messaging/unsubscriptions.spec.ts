import { test } from '@japa/runner'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import Delivery from '#models/messaging/delivery'
import { changePreferences, preferencesOf } from '#models/messaging/preferences'
import { SYSTEM } from '#models/mixins/act'
import { unsubscribePath } from '#models/mixins/unsubscribing'
import { render } from '#services/letters'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { NOON, lettersOf, tell } from '#tests/support/news'
import { everyRow } from '#tests/support/rows'
import { wire } from '#tests/support/wire'
import type { KindName } from '#config/notifications'

const ONE_CLICK = { 'content-type': 'application/x-www-form-urlencoded' }

/** The way out that Rachid's mail about this has. */
async function wayOut(kind: KindName = 'messaging.message_received') {
  await tell(await person('rachid'), kind, NOON)
  const mail = await Delivery.query().where('template', 'messaging/notification').firstOrFail()
  const { unsubscribe } = await render(mail.letter)
  return new URL(unsubscribe!).pathname
}

async function modeOf(kind: KindName) {
  return (await preferencesOf((await person('rachid')).id)).modeOf(kind, 'email')
}

test.group('The way out of a mail', () => {
  test('changes nothing when a scanner opens it, and every link beside it', async ({ assert }) => {
    const path = await wayOut()
    const before = await everyRow()
    const visitor = await Agent.visitor()
    for (const method of ['GET', 'HEAD']) assert.equal((await wire(method, path, { by: visitor })).status, 200, method)
    assert.deepEqual(await everyRow(), before)
  })

  test('is one click for a mail program without session or token, and twice is once', async ({ assert }) => {
    const path = await wayOut()
    const press = () => wire('POST', path, { headers: ONE_CLICK, body: 'List-Unsubscribe=One-Click' })
    assert.equal((await press()).status, 200)
    const after = await everyRow()
    assert.equal(await modeOf('messaging.message_received'), 'digest', 'what matters is grouped, not silenced')
    assert.equal((await press()).status, 200)
    assert.deepEqual(await everyRow(), after)
    const [line] = await db.from('audit_events').where('action', 'messaging.preferences.changed')
    assert.containsSubset(line, { actor_kind: 'user', actor_id: (await person('rachid')).id })
    assert.deepEqual(line.changes, { 'messaging.message_received.email': true })
  })

  test('understands the other body that the standard allows', async ({ assert }) => {
    const body = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    assert.equal((await wire('POST', await wayOut(), { headers, body })).status, 200)
    assert.equal(await modeOf('messaging.message_received'), 'digest')
  })

  test('silences what may be silenced', async ({ assert }) => {
    await wire('POST', await wayOut('accounts.membership_decided'), { headers: ONE_CLICK, body: 'List-Unsubscribe=One-Click' })
    assert.equal(await modeOf('accounts.membership_decided'), 'off')
    await tell(await person('rachid'), 'accounts.membership_decided', NOON)
    assert.lengthOf(await lettersOf(await person('rachid')), 1, 'the one that was there')
  })

  test('is a button for a person, and the page then says that it is done', async ({ assert }) => {
    const path = await wayOut()
    const visitor = await Agent.visitor()
    assert.include(textOf((await visitor.get(path)).body), 'Les e-mails au sujet de « Un message reçu » seront groupés dans un résumé.')
    assert.equal((await visitor.post(path, { page: '1' }, { csrf: false })).location, path)
    const { body, headers } = await visitor.get(path)
    assert.include(textOf(body), 'C’est fait')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
  })

  test('of a digest makes it weekly', async ({ assert }) => {
    const rachid = await person('rachid')
    await wire('POST', unsubscribePath({ userId: rachid.id, kind: 'digest' }), { headers: ONE_CLICK, body: 'List-Unsubscribe=One-Click' })
    assert.equal((await preferencesOf(rachid.id)).digest, 'weekly')
  })

  test('is nobody’s when it is made up, cut, or for something else', async ({ assert }) => {
    const path = await wayOut()
    const before = await everyRow()
    const other = encryption.getMessageVerifier().sign([1, 'digest'], undefined, 'other')
    for (const wrong of [path.slice(0, -1), `${path}x`, '/messages/unsubscriptions/x', `/messages/unsubscriptions/${other}`])
      for (const method of ['GET', 'POST'])
        assert.equal((await wire(method, wrong, method === 'POST' ? { headers: ONE_CLICK, body: '' } : {})).status, 404, wrong)
    assert.deepEqual(await everyRow(), before)
  })

  test('does not bring back what was silenced', async ({ assert }) => {
    const path = await wayOut('accounts.membership_decided')
    const rachid = await person('rachid')
    await changePreferences(rachid.id, {}, [{ kind: 'accounts.membership_decided', channel: 'email', mode: 'off' }], {
      by: SYSTEM,
      at: NOON,
    })
    await wire('POST', path, { headers: ONE_CLICK, body: 'List-Unsubscribe=One-Click' })
    assert.equal(await modeOf('accounts.membership_decided'), 'off')
  })
})
