import { test } from '@japa/runner'
import { attempt } from '#models/messaging/sending'
import { PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import { Agent } from '#tests/support/agent'
import { Recorder, plug } from '#tests/support/channels'
import { aDelivery, now } from '#tests/support/deliveries'
import { textOf } from '#tests/support/html'

const LIST = '/admin/deliveries'

async function shown(browser: Agent, path: string) {
  return textOf((await browser.get(path, { headers: { 'accept-language': 'fr' } })).body)
}

test.group('What leaves', () => {
  test('is listed for Adrien, with what became of it and why', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    plug('email', recorder, cleanup)
    await attempt((await aDelivery({ address: 'sent@example.org' })).id, now())
    recorder.fails = new PermanentFailure('550 nobody here')
    await attempt((await aDelivery({ address: 'lost@example.org' })).id, now())
    recorder.fails = new TemporaryFailure('450 come back')
    await attempt((await aDelivery({ address: 'later@example.org' })).id, now())
    await aDelivery({ address: '100%@example.org' })

    const adrien = await Agent.as('adrien')
    const all = await shown(adrien, LIST)
    assert.include(all, '4 envois')
    assert.isBelow(all.indexOf('100%@'), all.indexOf('sent@'), 'the latest first')
    for (const said of ['Réponse : 550 nobody here', 'Réponse : 450 come back', '1 essai, prochain essai', 'Pas encore essayé'])
      assert.include(all, said)
    const given = await shown(adrien, `${LIST}?show=given_up`)
    assert.include(given, '1 envoi ')
    assert.include(given, 'lost@example.org')
    assert.notInclude(given, 'later@example.org')
    assert.include(await shown(adrien, `${LIST}?q=SENT%40exam`), '1 envoi ')
    assert.include(await shown(adrien, `${LIST}?q=%25`), 'Aucun envoi')
    assert.include(await shown(adrien, `${LIST}?q=100%25`), '1 envoi ')
  })

  test('says that nothing leaves while no server is set', async ({ assert, cleanup }) => {
    const adrien = await Agent.as('adrien')
    assert.include(await shown(adrien, LIST), 'SMTP_URL')
    plug('email', new Recorder(), cleanup)
    assert.notInclude(await shown(adrien, LIST), 'SMTP_URL')
  })
})

test.group('The mails of a demonstration', () => {
  const secret = { template: 'messaging/notification', params: { sentence: 'Voyez <i>ceci</i>' }, secrets: { path: '/salon/abc' } }

  test('are the latest first, and open on what was written, with links that lead', async ({ assert }) => {
    const delivery = await aDelivery({ address: 'zoe@example.org', ...secret })
    const visitor = await Agent.visitor()
    const { body: list } = await visitor.get('/dev/mails')
    assert.include(list, `href="/dev/mails/${delivery.id}"`)
    const { body } = await visitor.get(`/dev/mails/${delivery.id}`)
    assert.include(body, `href="${process.env.APP_URL}/salon/abc"`)
    assert.include(body, 'Voyez &lt;i&gt;ceci&lt;/i&gt;')
    assert.include(body, 'zoe@example.org')
  })

  test('keep no secret once they have left', async ({ assert, cleanup }) => {
    plug('email', new Recorder(), cleanup)
    const delivery = await aDelivery({ template: 'messaging/trial', secrets: { unsubscribe: '/messages/stop/abc' } })
    const visitor = await Agent.visitor()
    assert.include((await visitor.get(`/dev/mails/${delivery.id}`)).body, '/messages/stop/abc')
    await attempt(delivery.id, now())
    const { status, body } = await visitor.get(`/dev/mails/${delivery.id}`)
    assert.equal(status, 200)
    assert.notInclude(body, '/messages/stop/abc')
  })

  test('have every template, in both languages', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const { body } = await visitor.get('/dev/mails')
    const addresses = [...body.matchAll(/href="(\/dev\/mails\/templates\/[^"]+)"/g)].map(([, address]) => address)
    assert.isAbove(addresses.length, 0)
    for (const address of addresses)
      for (const locale of ['fr', 'en']) {
        const answer = await visitor.get(`${address}?locale=${locale}`)
        assert.equal(answer.status, 200, address)
        assert.include(answer.body, `<section class="letter" lang="${locale}"`)
      }
    for (const nothing of ['templates/messaging/nothing', 'templates/constructor/name', '999999999'])
      assert.equal((await visitor.get(`/dev/mails/${nothing}`)).status, 404, nothing)
  })
})
