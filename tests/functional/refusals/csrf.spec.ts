import { test } from '@japa/runner'
import { type Line, type Role, TABLE } from '#tests/support/access'
import { Agent } from '#tests/support/agent'
import { addressOf } from '#tests/support/cast'
import { everyRow } from '#tests/support/rows'
import { withWorld } from '#tests/support/shared'
import { wire } from '#tests/support/wire'
import { type World, aWorld } from '#tests/support/world'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const forms = TABLE.filter(({ method, tokenless }) => method !== 'GET' && !tokenless)

/** Somebody to whom it would be done, if it could. */
function doer({ answers }: Line): Role {
  return (answers.done ?? answers.no ?? answers.absent)![0]
}

/** Sends a line's form with whatever stands for its token. */
async function send(line: Line, world: World, agent: Agent, token: Record<string, string>, json = false) {
  const path = addressOf(line, world)
  const target = line.method === 'POST' ? path : `${path}?_method=${line.method}`
  const body = new URLSearchParams({ ...line.form?.(world), ...token }).toString()
  return wire('POST', target, { by: agent, body, headers: { ...FORM, accept: json ? 'application/json' : 'text/html' } })
}

test.group('A form without its token', (group) => {
  const shared = withWorld(group)

  for (const line of forms)
    test(`${line.method} ${line.pattern} changes nothing and says so`, async ({ assert }) => {
      const world = shared.world()
      const agent = shared.browser(doer(line))
      const before = await everyRow()

      const page = await send(line, world, agent, { _back: '/salon' })
      assert.equal(page.status, 303)
      assert.equal(page.headers.location, '/salon')
      assert.include((await agent.get('/salon')).body, 'La page était restée ouverte trop longtemps : rien n’a été enregistré.')

      const lost = await send(line, world, agent, {})
      assert.equal(lost.status, 419, 'a form that does not say where it comes from')
      assert.include(lost.body, 'Page expirée')
      const told = await send(line, world, agent, {}, true)
      assert.equal(told.status, 419)
      assert.containsSubset(JSON.parse(told.body), { status: 419, code: 'E_BAD_CSRF_TOKEN' })
      assert.deepEqual(await everyRow(), before)
    })
})

test.group('A token that is not the form’s', () => {
  const opening = TABLE.find(({ route }) => route === 'fair.openings.destroy')!

  test('is refused when it is another browser’s, made up, cut, empty or a list', async ({ assert }) => {
    const world = await aWorld()
    const odile = await Agent.as('odile')
    const others = [(await Agent.as('adrien')).token, 'x', odile.token.slice(0, -1), '', ' ', 'undefined']
    const before = await everyRow()
    for (const token of others) assert.equal((await send(opening, world, odile, { _csrf: token })).status, 419, token)
    assert.equal((await send(opening, world, odile, { '_csrf[]': odile.token })).status, 419)
    assert.equal((await send(opening, world, odile, { '_csrf[a]': odile.token })).status, 419)
    assert.deepEqual(await everyRow(), before)
    assert.equal((await send(opening, world, odile, { _csrf: odile.token })).status, 303)
  })

  test('is not made unnecessary by a method written in the form', async ({ assert }) => {
    const world = await aWorld()
    const odile = await Agent.as('odile')
    const before = await everyRow()
    for (const method of ['GET', 'HEAD', 'get', 'OPTIONS', 'x', ''])
      for (const line of [opening, TABLE.find(({ route }) => route === 'fair.stands.store')!])
        assert.equal((await send(line, world, odile, { _method: method })).status, 419, method)
    assert.deepEqual(await everyRow(), before)
  })

  test('is not made unnecessary by the type of the body', async ({ assert }) => {
    const { forum } = await aWorld()
    const odile = await Agent.as('odile')
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'application/xml'])
      assert.equal(
        (await wire('POST', `${forum.path}/opening`, { by: odile, body: '{}', headers: { 'content-type': type } })).status,
        419,
        type
      )
  })

  test('of before signing in is not one of after', async ({ assert }) => {
    const lent = await Agent.visitor()
    const old = lent.token
    await lent.post('/compte/sign-ins', { email: 'odile@example.org', password: 'correct horse battery' })
    const answer = await wire('POST', '/salon/forum/opening', { by: lent, headers: FORM, body: `_csrf=${old}` })
    assert.equal(answer.status, 419)
  })
})
