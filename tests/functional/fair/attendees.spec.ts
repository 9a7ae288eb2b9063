import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'
import { statusOf } from '#tests/support/fair'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

test.group('What the organiser sees of people', () => {
  test('follows what happens, with its filters, and is not sent again when nothing did', async ({ assert }) => {
    const { forum, alice, globex } = await aWorld()
    const odile = await Agent.as('odile')
    const page = await odile.get('/salon/forum/attendees?status=available&sort=-name')
    const [, address] = /hx-get="(\/salon\/forum\/attendees\/region[^"]*)"/.exec(page.body)!
    assert.include(page.body, `data-live="fairs/${forum.id}/control"`)
    const path = address.replaceAll('&amp;', '&')
    const first = await odile.get(path)
    assert.include(textOf(first.body), 'Alice Durand')
    assert.notInclude(first.body, '<form')
    const etag = { 'if-none-match': first.headers.get('etag')! }
    assert.equal((await odile.get(path, { headers: etag })).status, 304)
    await globex.startInterview(alice, byNobody())
    const next = await odile.get(path, { headers: etag })
    assert.equal(next.status, 200)
    assert.notInclude(textOf(next.body), 'Alice Durand')
  })

  test('follows one of them too', async ({ assert }) => {
    const { alice, globex } = await aWorld()
    const odile = await Agent.as('odile')
    const region = `/salon/forum/attendees/${alice.id}/region`
    assert.include((await odile.get(`/salon/forum/attendees/${alice.id}`)).body, `hx-get="${region}"`)
    const first = await odile.get(region)
    const etag = { 'if-none-match': first.headers.get('etag')! }
    assert.equal((await odile.get(region, { headers: etag })).status, 304)
    await globex.startInterview(alice, byNobody())
    assert.include(textOf((await odile.get(region, { headers: etag })).body), 'Marquer passé chez Globex')
  })

  test('puts Alice inside with the button of her place, whatever her status', async ({ assert }) => {
    const { alice, entry } = await aWorld()
    await alice.pause(byNobody())
    const odile = await Agent.as('odile')
    const { body } = await odile.get(`/salon/forum/attendees/${alice.id}`)
    const [, action] = /formaction="([^"]*entryId=[^"]*)" name="status" value="interviewing"/.exec(body)!
    assert.include(action, String(entry.id))
    await odile.post(action, { status: 'interviewing' })
    assert.equal(await statusOf(alice), 'interviewing')
  })

  test('asks before an interview is interrupted', async ({ assert }) => {
    const { david, alice } = await aWorld()
    const odile = await Agent.as('odile')
    const inside = await odile.get(`/salon/forum/attendees/${david.id}`)
    for (const status of ['available', 'paused']) assert.match(inside.body, new RegExp(`<dialog[^>]*id="interrupt-${status}"`))
    assert.notInclude((await odile.get(`/salon/forum/attendees/${alice.id}`)).body, 'id="interrupt-')
  })

  test('ends the interview of David from the control room', async ({ assert }) => {
    const { acme, david, interview } = await aWorld()
    const odile = await Agent.as('odile')
    const { body } = await odile.get(`/salon/forum/control?open=${acme.id}`)
    const action = `/salon/forum/stands/${acme.id}/interviews/${interview.id}/closure`
    assert.include(body, `formaction="${action}"`)
    await odile.post(action)
    assert.equal(await statusOf(david), 'paused')
  })
})

test.group('A page beyond the last', () => {
  test('leads back', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    for (const page of ['/salon/forum', '/salon/forum/attendees', '/salon/forum/control', '/salon']) {
      const text = (await odile.get(`${page}?page=99`)).body
      assert.include(textOf(text), 'Revenir à la dernière page', page)
      assert.notInclude(text, 'class="empty"', page)
    }
  })
})

test.group('A closed fair', () => {
  test('says so to Alice and to Bob, wherever they wait, and to Chloé', async ({ assert }) => {
    const { forum, entry, globex, alice } = await aWorld()
    await forum.close(byNobody())
    await globex.leave(alice, byNobody())
    assert.isNotNull(entry)
    for (const name of ['alice', 'bob'] as const)
      for (const path of ['/salon/forum', '/salon/forum/my']) {
        const { body } = await (await Agent.as(name)).get(path)
        assert.include(textOf(body), 'Ce salon est fermé', `${name} ${path}`)
      }
    assert.include(textOf((await (await Agent.as('chloe')).get('/salon/forum')).body), 'Ce salon n’est pas ouvert')
  })
})
