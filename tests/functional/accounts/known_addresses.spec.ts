import { test } from '@japa/runner'
import { mock } from 'node:test'
import hash from '@adonisjs/core/services/hash'
import { Agent } from '#tests/support/agent'
import { lettersTo, writtenTo } from '#tests/support/letters'
import { everyRow, undone } from '#tests/support/rows'
import { INES, signUp } from '#tests/support/sign_ups'

test.group('Signing up with an address that has an account', (group) => {
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  const KINDS: [string, Record<string, string>][] = [
    ['candidates', {}],
    ['recruiters', { organisation: 'Initech', department: 'RH' }],
    ['providers', { speciality: 'Traduction' }],
  ]

  test('changes nothing, and its owner is told by mail how to come in', async ({ assert }) => {
    const before = await everyRow()
    for (const email of ['alice@example.org', 'ALICE@EXAMPLE.ORG', ' Alice@Example.org ']) await signUp('candidates', { email })
    const after = await everyRow()
    for (const table of ['users', 'roles', 'consents', 'sign_ins']) assert.equal(after[table], before[table], table)
    const letters = await lettersTo('alice@example.org')
    assert.deepEqual(
      letters.map(({ template }) => template),
      Array.from({ length: 3 }, () => 'already_registered')
    )
    assert.includeMembers(letters[0].links, ['/compte/sign-ins/create', `/compte/resets/${letters[0].token}`])
  })

  for (const [kind, form] of KINDS)
    test(`is answered like any other, at the same cost, for ${kind}`, async ({ assert }) => {
      const seen: unknown[] = []
      for (const email of ['alice@example.org', 'alina@example.org']) {
        const browser = await Agent.visitor()
        const make = mock.method(hash, 'make')
        const verify = mock.method(hash, 'verify')
        const { status, location, headers, body } = await browser.post(`/compte/${kind}`, { ...INES, ...form, email })
        assert.deepEqual([make.mock.callCount(), verify.mock.callCount()], [1, 0])
        make.mock.restore()
        verify.mock.restore()
        const next = await browser.get(location!)
        const json = await undone(() => browser.post(`/compte/${kind}`, { ...INES, ...form, email: `2${email}` }, { json: true }))
        const cookies = headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, ''))
        seen.push({ status, location, body, cookies, json: [json.status, json.body], next: alike(next.body).replaceAll(email, '…') })
      }
      assert.deepEqual(seen[0], seen[1])
    })

  test('mails its owner five times an hour at most, whoever asks, and answers the same', async ({ assert }) => {
    for (let n = 0; n < 7; n++) assert.equal((await signUp('candidates', { email: 'alice@example.org' })).location, '/compte/verifications')
    assert.lengthOf(await writtenTo('alice@example.org'), 5)
  })

  test('sends the first mail again to somebody who has not confirmed', async ({ assert }) => {
    await signUp('candidates')
    const browser = await Agent.visitor()
    assert.equal((await browser.post('/compte/verifications', { email: INES.email })).location, '/compte/verifications')
    for (const email of ['nobody@example.org', 'alice@example.org']) await browser.post('/compte/verifications', { email })
    assert.deepEqual(await writtenTo(INES.email), ['verification', 'verification'])
    assert.deepEqual(await writtenTo('alice@example.org'), ['already_registered'])
    assert.deepEqual(await writtenTo('nobody@example.org'), [])
  })
})

/** A page without what differs each time it is drawn. */
function alike(body: string) {
  return body
    .replace(/(name=['"]_csrf['"] value=['"])[^'"]*/g, '$1')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/content="\d{13}"/g, '')
}
