import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import db from '@adonisjs/lucid/services/db'
import Delivery from '#models/messaging/delivery'
import { attempt } from '#models/messaging/sending'
import { SYSTEM } from '#models/mixins/act'
import { type Letter, deliver } from '#models/mixins/delivering'
import { mailTo } from '#tests/support/channels'
import { now } from '#tests/support/deliveries'
import { until } from '#tests/support/processes'
import { Mailbox } from '#tests/support/smtp'

const letter: Letter = { channel: 'email', address: 'alice@example.org', locale: 'fr', template: 'messaging/trial' }

async function written(letters: Letter[]) {
  await db.transaction((trx) => deliver(trx, now(), letters))
  return Delivery.query().orderBy('id')
}

async function aMailbox(cleanup: TestContext['cleanup']) {
  const mailbox = await Mailbox.open()
  cleanup(() => mailbox.close())
  return mailbox
}

/** A process of its own that sends what waits, once it is told to. */
function aPostman({ url }: Mailbox, cleanup: TestContext['cleanup']) {
  const env = { ...process.env, SMTP_URL: url, LOG_LEVEL: 'error' }
  const postman = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'tests/support/postman.ts'], {
    env,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  cleanup(() => void postman.kill('SIGKILL'))
  return postman
}

test.group('A mail, to a real server', (group) => {
  const forget = async () => {
    await db.from('deliveries').delete()
    await db.from('queue_jobs').delete()
    await db.from('notifications').where('kind', 'messaging.delivery_given_up').delete()
  }

  // Whoever signed up in another spec was written to.
  group.setup(forget)
  group.each.teardown(forget)

  test('arrives as HTML and as text, from the instance, under the identifier of its row', async ({ assert, cleanup }) => {
    const mailbox = await aMailbox(cleanup)
    await mailTo(mailbox, cleanup)
    const [delivery] = await written([{ ...letter, params: { name: 'Zoë <b>' }, secrets: { unsubscribe: '/messages/stop/abc' } }])
    await attempt(delivery.id, now())

    const [mail] = await mailbox.mails()
    assert.deepEqual(mail.from, { name: 'Tremplin', address: 'no-reply@tremplin.example' })
    assert.equal(mail.to![0].address, 'alice@example.org')
    assert.equal(mail.subject, 'Essai d’envoi')
    assert.equal(mail.messageId, delivery.messageId)
    assert.include(mail.html!, 'Bonjour Zoë &lt;b&gt;,')
    assert.include(mail.text!, 'Bonjour Zoë <b>,')
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))
    assert.equal(headers['auto-submitted'], 'auto-generated')
    assert.equal(headers['list-unsubscribe'], `<${process.env.APP_URL}/messages/stop/abc>`)
    assert.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
  })

  test('refused for now waits, and arrives once under the same identifier', async ({ assert, cleanup }) => {
    const mailbox = await aMailbox(cleanup)
    await mailTo(mailbox, cleanup)
    const [delivery] = await written([letter])
    mailbox.refusal = { at: 'data', code: 451, says: 'greylisted' }
    await attempt(delivery.id, now())
    assert.equal((await delivery.refresh()).status, 'waiting')
    assert.include(delivery.reason!, 'greylisted')
    mailbox.refusal = null
    await attempt(delivery.id, { by: SYSTEM, at: delivery.dueAt })
    assert.deepEqual(
      (await mailbox.mails()).map(({ messageId }) => messageId),
      [delivery.messageId]
    )
  })

  test('refused for good, at the address or at its words, is given up at once', async ({ assert, cleanup }) => {
    const mailbox = await aMailbox(cleanup)
    await mailTo(mailbox, cleanup)
    for (const at of ['recipient', 'data'] as const) {
      mailbox.refusal = { at, code: 550, says: 'nobody here' }
      const [delivery] = (await written([letter])).slice(-1)
      await attempt(delivery.id, now())
      assert.equal((await delivery.refresh()).status, 'given_up', at)
      assert.include(delivery.reason!, 'nobody here')
    }
  })

  test('waits while no server answers', async ({ assert, cleanup }) => {
    const mailbox = await aMailbox(cleanup)
    await mailTo(mailbox, cleanup)
    await mailbox.close()
    const [delivery] = await written([letter])
    await attempt(delivery.id, now())
    assert.equal((await delivery.refresh()).status, 'waiting')
    assert.include(delivery.reason!, 'ECONNREFUSED')
  })

  test('that two processes have in hand arrives once', async ({ assert, cleanup }) => {
    const mailbox = await aMailbox(cleanup)
    await mailTo(mailbox, cleanup)
    const [delivery] = await written([letter])
    await Promise.all(Array.from({ length: 5 }, () => attempt(delivery.id, now())))
    assert.lengthOf(mailbox.raw, 1)
  })
})

test.group('A thousand mails', (group) => {
  group.teardown(async () => {
    await db.from('deliveries').delete()
    await db.from('queue_jobs').delete()
  })

  test('all arrive, though the process that sends them is killed in the middle', async ({ assert, cleanup }) => {
    const mailbox = await aMailbox(cleanup)
    const people = Array.from({ length: 1000 }, (_, n) => `person-${n}@example.org`)
    await written(people.map((address) => ({ ...letter, address })))
    const [first, second] = [aPostman(mailbox, cleanup), aPostman(mailbox, cleanup)]
    first.stdin.end('go')
    await until('300 mails have arrived', () => mailbox.raw.length >= 300)
    first.kill('SIGKILL')
    second.stdin.end('go')
    await until('nothing waits', async () => !(await Delivery.findBy('status', 'waiting')))
    second.kill('SIGTERM')
    assert.deepEqual(await once(second, 'exit'), [0, null])

    const headers = (name: string) => mailbox.raw.map((raw) => new RegExp(`^${name}: (\\S+)\\r$`, 'm').exec(raw)?.[1])
    assert.sameMembers([...new Set(headers('To'))], people)
    assert.lengthOf(new Set(headers('Message-ID')), 1000)
    assert.isBelow(mailbox.raw.length, 1000 + 20, 'only what was in hand may have left twice, under the same identifier')
  })
})
