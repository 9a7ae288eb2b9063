import { test } from '@japa/runner'
import { samples } from '#config/letters'
import { DateTime } from 'luxon'
import { register } from '#models/accounts/registration'
import { askReset } from '#models/accounts/reset'
import { verify } from '#models/accounts/verification'
import type { Act } from '#models/mixins/act'
import { Agent, person } from '#tests/support/agent'
import { lettersTo, secretOf } from '#tests/support/letters'
import { everyRow } from '#tests/support/rows'

const INES = { givenName: 'Inès', familyName: 'Roux', email: 'ines@example.org', password: 'un cheval de bataille' }

test.group('Every link of every letter about an account', () => {
  test('opened by a scanner, changes no row', async ({ assert }) => {
    const act: Act = { by: { kind: 'user', id: null }, at: DateTime.now() }
    const [alice, bob] = [await person('alice'), await person('bob')]
    await register(INES, '1', act, async () => {})
    await register({ ...INES, email: alice.email }, '1', act, async () => {})
    await askReset(alice.email, act)
    await bob.askEmail('bob@example.net', act)
    await verify(await secretOf('bob@example.net', 'email_change'), act)
    await bob.refresh()
    await bob.askEmail('bob@example.com', act)
    await alice.changePassword('un cheval de bataille', 0, act)
    await askReset(alice.email, act)
    await alice.askDeletion(act)

    const letters = (
      await Promise.all(['ines@example.org', alice.email, 'bob@example.org', 'bob@example.net', 'bob@example.com'].map(lettersTo))
    ).flat()
    assert.sameMembers(
      [...new Set(letters.map(({ template }) => `accounts/${template}`))],
      Object.keys(samples).filter((template) => template.startsWith('accounts/'))
    )
    const browsers = [await Agent.visitor(), await Agent.as('alice')]
    const before = await everyRow()
    for (const browser of browsers)
      for (const link of new Set(letters.flatMap(({ links }) => links))) {
        const { status } = await browser.get(link)
        assert.oneOf(status, [200, 303, 404], link)
      }
    assert.deepEqual(await everyRow(), before)
  })
})
