import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Notification from '#models/messaging/notification'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { tell } from '#tests/support/news'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const REGION = '/messages/news/region'
const TURN = 'C’est votre tour chez Globex !'

async function heard(browser: Agent) {
  return textOf(toastsOf((await browser.get(REGION)).body)).replace(/\s+/g, ' ')
}

/** Without what is for the bell. */
function toastsOf(body: string) {
  return body.replace(/<hx-partial[\s\S]*<\/hx-partial>/, '')
}

test.group('The news of Alice', () => {
  test('says that it is her turn, to her alone', async ({ assert }) => {
    await aWorld()
    assert.include(await heard(await Agent.as('alice')), TURN)
    assert.equal(await heard(await Agent.as('bob')), '')
  })

  test('leads to her page, and is then no news', async ({ assert }) => {
    const { news } = await aWorld()
    const alice = await Agent.as('alice')
    assert.equal((await alice.post(`/messages/news/${news.id}/reading`)).location, '/salon/forum/my')
    const { status, body } = await alice.get(REGION)
    assert.equal(status, 200, 'a 204 would leave it on the page')
    assert.equal(toastsOf(body).trim(), '')
    assert.isNotNull((await news.refresh()).readAt)
  })

  test('put away stays on the page where she was; twice is once', async ({ assert }) => {
    const { news } = await aWorld()
    const alice = await Agent.as('alice')
    const back = { _back: '/salon?when=past' }
    assert.equal((await alice.post(`/messages/news/${news.id}/reading`, back)).location, '/salon?when=past')
    const before = await everyRow()
    assert.equal((await alice.post(`/messages/news/${news.id}/reading`, back)).location, '/salon?when=past')
    assert.deepEqual(await everyRow(), before)
  })

  test('cannot be read by Bob, nor by Adrien', async ({ assert }) => {
    const { news } = await aWorld()
    for (const name of ['bob', 'adrien'] as const)
      assert.equal((await (await Agent.as(name)).post(`/messages/news/${news.id}/reading`)).status, 404)
    assert.isNull((await news.refresh()).readAt)
  })

  test('is over when the call is', async ({ assert }) => {
    const { alice, globex } = await aWorld()
    const browser = await Agent.as('alice')
    await alice.pause(byNobody())
    assert.equal(await heard(browser), '')
    await alice.resume(byNobody())
    assert.include(await heard(browser), TURN)
    await globex.startInterview(alice, byNobody())
    assert.equal(await heard(browser), '')
  })

  test('is three at most, the latest first, in her language', async ({ assert }) => {
    const { alice } = await aWorld()
    const at = DateTime.now().plus({ seconds: 1 })
    for (let n = 1; n <= 4; n++)
      await Notification.create({
        userId: alice.userId!,
        kind: 'fair.passed',
        params: { stand: `Stand ${n}` },
        path: '/salon/forum/my',
        createdAt: at.plus({ seconds: n }),
      })
    const body = textOf(toastsOf((await (await Agent.as('alice')).get(REGION, { headers: { 'accept-language': 'en' } })).body))
    assert.deepEqual(
      [...body.matchAll(/Stand \d/g)].map(([stand]) => stand),
      ['Stand 4', 'Stand 3', 'Stand 2']
    )
    assert.notInclude(body, 'Vous')
  })
  test('is over the page for five minutes, a call for as long as it lasts; then the bell counts it', async ({ assert }) => {
    const rachid = await person('rachid')
    const seen = async () => textOf(toastsOf((await (await Agent.as('rachid')).get(REGION)).body))
    await tell(rachid, 'fair.called', DateTime.now().minus({ minutes: 20 }))
    await tell(rachid, 'messaging.message_received', DateTime.now().minus({ minutes: 6 }))
    assert.include(await seen(), TURN)
    assert.notInclude(await seen(), 'Message de')
    await tell(rachid, 'messaging.message_received', DateTime.now().minus({ minutes: 4 }))
    assert.include(await seen(), 'Message de')
    assert.equal((await Notification.newsOf(rachid.id, DateTime.now())).unread, 3)
  })
})
