import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, byNobody } from '#database/factories/fair/fairs'
import { Agent, person } from '#tests/support/agent'
import { writtenTo } from '#tests/support/letters'

const PASSWORD = 'un cheval de bataille'
const FORM = {
  givenName: 'Inès',
  familyName: 'Roux',
  phone: '06 12 34 56 78',
  password: PASSWORD,
  passwordConfirmation: PASSWORD,
  terms: true,
}

test.group('Signing up at the same moment', () => {
  test('with one address in different cases makes one account, and everybody is answered alike', async ({ assert }) => {
    const name = randomUUID()
    const cases = [`${name}@example.org`, `${name.toUpperCase()}@EXAMPLE.ORG`, `${name}@Example.Org`, `${name}@example.ORG`]
    const browsers = await Promise.all(cases.map(() => Agent.visitor()))
    const answers = await Promise.all(
      browsers.map((browser, n) => browser.post('/compte/candidates', { ...FORM, email: cases[n] }, { json: true }))
    )

    assert.lengthOf(new Set(answers.map(({ status, body }) => `${status} ${body}`)), 1)
    assert.equal(answers[0].status, 200)
    const users = await db.from('users').whereRaw('lower(email) = ?', [cases[0]])
    assert.lengthOf(users, 1)
    for (const table of ['roles', 'consents']) assert.lengthOf(await db.from(table).where('user_id', users[0].id), 1, table)
    const lines = await db.from('audit_events').where({ object_type: 'user', action: 'accounts.user.registered', object_id: users[0].id })
    assert.lengthOf(lines, 1)
    assert.sameMembers(await writtenTo(users[0].email), ['verification', ...Array.from({ length: 3 }, () => 'already_registered')])
  })

  test('the same right twice is one right', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const maud = await person('maud')
    await Promise.all([1, 2, 3, 4, 5].map(() => maud.grant({ role: 'organiser', fairId: fair.id }, byNobody())))
    assert.lengthOf(await db.from('roles').where({ user_id: maud.id, fair_id: fair.id }), 1)
    assert.lengthOf(
      await db.from('audit_events').whereRaw(`action = 'accounts.role.granted' and changes->>'fairId' = ?`, [String(fair.id)]),
      1
    )
  })
})
