import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Agent } from '#tests/support/agent'
import { statusOf } from '#tests/support/fair'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const CONTROL = '/salon/forum/control'
const plainOf = (body: string) => textOf(body).replace(/\s+/g, ' ')

/** David has been at Acme for 31 minutes. */
async function stuck() {
  const world = await aWorld()
  await world.interview.merge({ startedAt: DateTime.now().minus({ minutes: 31 }) }).save()
  return world
}

test.group('The control room', () => {
  test('shows first whoever is inside for half an hour, with three ways out', async ({ assert }) => {
    const { acme, david, interview } = await stuck()
    const { body } = await (await Agent.as('odile')).get(`${CONTROL}/region`)
    assert.isBelow(body.indexOf('id="alerts-title"'), body.indexOf('class="figures"'))
    assert.include(plainOf(body), 'David Martin est en entretien chez Acme.')
    assert.include(body, `formaction="/salon/forum/stands/${acme.id}/interviews/${interview.id}/closure"`)
    for (const status of ['paused', 'available'])
      assert.include(body, `formaction="/salon/forum/attendees/${david.id}/overrides" name="status" value="${status}"`)
    assert.include(plainOf((await (await Agent.as('odile')).get('/salon/forum/attendees')).body), 'David')
  })

  test('lets each way out work, and says nothing then', async ({ assert }) => {
    const { david } = await stuck()
    const odile = await Agent.as('odile')
    const answer = await odile.post(`/salon/forum/attendees/${david.id}/overrides`, { status: 'paused', _back: CONTROL })
    assert.equal(answer.location, CONTROL)
    assert.equal(await statusOf(david), 'paused')
    assert.include(plainOf((await odile.get(`${CONTROL}/region`)).body), 'Rien à signaler.')
  })

  test('answers for somebody who did not come, at whatever stand', async ({ assert }) => {
    const { globex, alice, entry } = await aWorld()
    const odile = await Agent.as('odile')
    const absence = `/salon/forum/stands/${globex.id}/entries/${entry.id}/absence`
    const unfolded = `${CONTROL}?open=${globex.id}`
    const { body: queue } = await odile.get(unfolded)
    for (const address of [absence, absence.replace('absence', 'interview'), absence.replace('absence', 'call')])
      assert.include(queue, `formaction="${address}"`)
    assert.equal((await odile.post(absence, { _back: unfolded })).location, unfolded)
    const { body } = await odile.get(`${CONTROL}/region`)
    assert.include(plainOf(body), 'Alice Durand n’a pas répondu à l’appel du stand Globex.')
    assert.include(body, `formaction="${absence}?_method=DELETE"`)
    await odile.post(absence.replace('absence', 'call'), { _back: CONTROL })
    assert.include(
      plainOf((await odile.get(`${CONTROL}/region`)).body),
      'n’avait pas répondu à l’appel du stand Globex, et attend de nouveau.'
    )
    await odile.delete(absence, { _back: CONTROL })
    assert.include(plainOf((await odile.get(`${CONTROL}/region`)).body), 'Rien à signaler.')
    assert.isNotNull(alice)
  })

  test('says what each figure counts', async ({ assert }) => {
    await aWorld()
    const { body } = await (await Agent.as('odile')).get(CONTROL)
    assert.match(
      body,
      /title="Les places dans les files qui ne sont pas terminées, moins les entretiens en cours\.[^"]*"><dt>En attente<\/dt><dd>\d/
    )
    assert.include(plainOf(body), 'Ce que comptent ces chiffres')
  })

  test('draws the hours of today, with the same values in a table', async ({ assert }) => {
    const { acme, interview } = await aWorld()
    const odile = await Agent.as('odile')
    assert.notInclude((await odile.get(`${CONTROL}/hours/region`)).body, '<svg')
    await acme.markPassed(interview, byNobody(DateTime.now()))
    const { body } = await odile.get(`${CONTROL}/hours/region`)
    assert.match(body, /<svg[^>]*role="img"/)
    assert.match(body, /<th scope="row">\d+\sh<\/th>\s*<td class="number">1<\/td>/)
  })
})
