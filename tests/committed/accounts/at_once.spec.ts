import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aUser } from '#database/factories/accounts/organisations'
import { askReset } from '#models/accounts/reset'
import User from '#models/accounts/user'
import { SYSTEM } from '#models/mixins/act'
import { Agent } from '#tests/support/agent'
import { secretOf, writtenTo } from '#tests/support/letters'

const now = () => ({ by: SYSTEM, at: DateTime.now() })
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)

test.group('At the same moment', () => {
  test('one username asked for by three is given to one, and the others are told', async ({ assert }) => {
    const username = `u${randomUUID().slice(0, 8)}`
    const browsers = await Promise.all((await Promise.all(['Ana', 'Bea', 'Cleo'].map(aUser))).map((user) => Agent.as(user)))
    const form = { givenName: 'Ana', familyName: 'Roux' }
    const answers = await Promise.all(
      browsers.map((browser, n) =>
        browser.put('/compte/profile', { ...form, username: n ? username : username.toUpperCase() }, { json: true })
      )
    )
    assert.sameMembers(statuses(answers), [200, 422, 422])
    assert.lengthOf(await User.query().where('username', username), 1)
  })

  test('one reset link used by three sets one password', async ({ assert }) => {
    const user = await aUser()
    await askReset(user.email, now())
    const token = await secretOf(user.email, 'reset')
    const answers = await Promise.all(
      ['un', 'deux', 'trois'].map(async (word) => {
        const password = `${word} chevaux de bataille`
        return (await Agent.visitor()).put('/compte/resets/current', { token, password, passwordConfirmation: password }, { json: true })
      })
    )
    assert.sameMembers(statuses(answers), [200, 404, 404])
    const word = ['un', 'deux', 'trois'][answers.findIndex(({ status }) => status === 200)]
    assert.isNotNull(await User.recognise(user.email, `${word} chevaux de bataille`))
    assert.deepEqual(await writtenTo(user.email), ['reset', 'password_changed'])
  })

  test('one verification answered by three is answered once, and asked for by three makes one current link', async ({ assert }) => {
    const user = await aUser()
    await Promise.all([1, 2, 3].map(() => user.sendVerification(now())))
    assert.lengthOf(await db.from('secret_links').where('user_id', user.id).whereNull('revoked_at'), 1)
    const token = await secretOf(user.email, 'verification')
    const answers = await Promise.all(
      [1, 2, 3].map(async () => (await Agent.visitor()).put(`/compte/verifications/${token}`, {}, { json: true }))
    )
    assert.include(statuses(answers), 200)
    const lines = await db.from('audit_events').where({ object_type: 'user', object_id: user.id, action: 'accounts.user.verified' })
    assert.lengthOf(lines, 1)
  })

  test('letters asked for by ten are five', async ({ assert }) => {
    const user = await aUser()
    await Promise.all(Array.from({ length: 10 }, () => askReset(user.email, now())))
    assert.lengthOf(await writtenTo(user.email), 5)
  })
})
