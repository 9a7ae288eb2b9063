import { once } from 'node:events'
import { type IncomingHttpHeaders, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { smsConfig } from '#config/sms'
import { channels } from '#services/channels'
import { PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import { SmsChannel } from '#services/channels/sms'
import { render } from '#services/letters'

/** A real gateway on this machine, which answers what it is told to. */
async function aGateway(cleanup: TestContext['cleanup'], status = 200, answer = '{"id": "sms-42"}') {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ headers: request.headers, body })
      return response.writeHead(status).end(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanup(() => void server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages` }
}

const delivery = {
  id: 1,
  userId: null,
  notificationId: null,
  params: {},
  address: '+33612345678',
  locale: 'fr',
  messageId: '<a@b>',
  expiresAt: null,
} as const
const letter = () => render({ template: 'messaging/trial', locale: 'fr' })

test.group('A message to a telephone', () => {
  test('is off until the installation has a gateway', ({ assert }) => {
    assert.isFalse(channels.sms.open)
    assert.isTrue(new SmsChannel({ ...smsConfig, url: 'https://gateway.example' }).open)
  })

  test('is the subject and its link, as JSON, under the name of the installation', async ({ assert, cleanup }) => {
    const { asked, url } = await aGateway(cleanup)
    const { messageId } = await new SmsChannel({ ...smsConfig, url, token: 'secret' }).send(delivery, await letter())
    assert.equal(messageId, 'sms-42')
    assert.deepEqual(JSON.parse(asked[0].body), { to: '+33612345678', text: `Essai d’envoi ${process.env.APP_URL}/` })
    assert.equal(asked[0].headers.authorization, 'Bearer secret')
    assert.equal(asked[0].headers['idempotency-key'], '<a@b>')
  })

  test('is what the installation says that its gateway wants', async ({ assert, cleanup }) => {
    const { asked, url } = await aGateway(cleanup)
    const gateway = new SmsChannel({ ...smsConfig, url, token: 'Basic abc', body: 'phone={to}&msg={text}' })
    await gateway.send(delivery, { ...(await letter()), subject: 'A & B = "C"', link: null })
    assert.equal(asked[0].headers['content-type'], 'application/x-www-form-urlencoded')
    assert.deepEqual(Object.fromEntries(new URLSearchParams(asked[0].body)), { phone: '+33612345678', msg: 'A & B = "C"' })
    assert.equal(asked[0].headers.authorization, 'Basic abc')
  })

  test('is refused for good by 400 and 422, for now by what is about us or about this moment', async ({ assert, cleanup }) => {
    for (const [status, failure] of [
      [400, PermanentFailure],
      [422, PermanentFailure],
      [401, TemporaryFailure],
      [429, TemporaryFailure],
      [503, TemporaryFailure],
      [302, TemporaryFailure],
    ] as const) {
      const { url } = await aGateway(cleanup, status, 'no such number')
      const error = await new SmsChannel({ ...smsConfig, url }).send(delivery, await letter()).catch((refusal) => refusal)
      assert.instanceOf(error, failure, String(status))
      if (status !== 302) assert.equal(error.message, `${status} no such number`)
    }
  })

  test('waits while nobody answers there', async ({ assert, cleanup }) => {
    const { url } = await aGateway(cleanup)
    const nobody = url.replace(/:\d+/, ':1')
    const error = await new SmsChannel({ ...smsConfig, url: nobody }).send(delivery, await letter()).catch((refusal) => refusal)
    assert.instanceOf(error, TemporaryFailure)
  })
})
