import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { byNobody } from '#database/factories/fair/fairs'
import { firstRunPath } from '#models/accounts/first_run'
import User from '#models/accounts/user'
import { refreshSettings, settings } from '#services/settings'
import { Agent, person } from '#tests/support/agent'

const admins = () => db.from('roles').where('role', 'admin').whereNull('revoked_at')

/** Adrien alone administers, as in the cast. */
async function restore() {
  await db.from('roles').where('role', 'admin').delete()
  await db.from('user_blocks').delete()
  await (await person('adrien')).grant({ role: 'admin' }, byNobody())
}

test.group('At the same moment', (group) => {
  group.each.teardown(restore)

  for (const [what, act] of [
    ['two administrators take the right from each other', (one: User) => one.revoke({ role: 'admin' }, byNobody())],
    ['two administrators shut each other out', (one: User) => one.block(byNobody())],
  ] as const)
    test(`${what}: one remains`, async ({ assert }) => {
      for (let round = 0; round < 5; round++) {
        await restore()
        const both = [await person('adrien'), await person('maud')]
        await both[1].grant({ role: 'admin' }, byNobody())
        const outcomes = await Promise.allSettled(both.map(act))
        assert.sameMembers(
          outcomes.map(({ status }) => status),
          ['fulfilled', 'rejected']
        )
        const left = await admins().whereNotExists(
          db.from('user_blocks').whereColumn('user_blocks.user_id', 'roles.user_id').whereNull('ended_at')
        )
        assert.lengthOf(left, 1)
      }
    })

  test('one is taken the right and the other shut out: one remains', async ({ assert }) => {
    const [adrien, maud] = [await person('adrien'), await person('maud')]
    await maud.grant({ role: 'admin' }, byNobody())
    const outcomes = await Promise.allSettled([adrien.block(byNobody()), maud.revoke({ role: 'admin' }, byNobody())])
    assert.lengthOf(
      outcomes.filter(({ status }) => status === 'rejected'),
      1
    )
  })
})

test.group('While nobody administers', (group) => {
  group.each.teardown(restore)

  test('processes that start together say one link, and of two that press it at once one becomes administrator', async ({
    assert,
    cleanup,
  }) => {
    cleanup(async () => {
      await db.from('settings').delete()
      await refreshSettings()
    })
    await db.from('roles').where('role', 'admin').delete()
    const paths = await Promise.all([1, 2, 3, 4, 5].map(() => firstRunPath(byNobody())))
    assert.lengthOf(new Set(paths), 1)

    const password = 'un cheval de bataille'
    const people = await Promise.all([1, 2, 3].map(async () => ({ browser: await Agent.visitor(), email: `${randomUUID()}@example.org` })))
    const form = { name: 'Ville de Lyon', givenName: 'Nadia', familyName: 'Haddad', password, passwordConfirmation: password }
    const answers = await Promise.all(people.map(({ browser, email }) => browser.post(paths[0]!, { ...form, email })))
    assert.sameMembers(
      answers.map(({ status }) => status),
      [303, 404, 404]
    )
    const [{ user_id: first }] = await admins()
    const made = await User.query().whereIn(
      'email',
      people.map(({ email }) => email)
    )
    assert.deepEqual(
      made.map(({ id }) => id),
      [first],
      'and no account of the others'
    )
    assert.equal(settings().name, 'Ville de Lyon')
  })
})
