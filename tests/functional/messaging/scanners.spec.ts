import { test } from '@japa/runner'
import { samples } from '#config/letters'
import { DateTime } from 'luxon'
import { register } from '#models/accounts/registration'
import { askReset } from '#models/accounts/reset'
import { verify } from '#models/accounts/verification'
import { sendDigests } from '#models/messaging/digest'
import { changePreferences } from '#models/messaging/preferences'
import { type Act, SYSTEM } from '#models/mixins/act'
import { Agent, person } from '#tests/support/agent'
import { aDelivery } from '#tests/support/deliveries'
import { everyLetter, secretOf } from '#tests/support/letters'
import { NOON, tell } from '#tests/support/news'
import { everyRow } from '#tests/support/rows'
import { wire } from '#tests/support/wire'

const GROUPED = 'board.application_received'
const short = (template: string) => template.replace('accounts/', '')
const INES = { givenName: 'Inès', familyName: 'Roux', email: 'ines@example.org', password: 'un cheval de bataille' }

test.group('Every link of every mail', () => {
  test('opened by a scanner, with or without an account, changes no row', async ({ assert }) => {
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

    const rachid = await person('rachid')
    await tell(rachid, 'messaging.message_received', NOON)
    await tell(rachid, 'accounts.membership_decided', NOON, { path: '/compte/organisations' })
    await changePreferences(rachid.id, { digest: 'daily' }, [{ kind: GROUPED, channel: 'email', mode: 'digest' }], { by: SYSTEM, at: NOON })
    await tell(rachid, GROUPED, NOON)
    await sendDigests({ by: SYSTEM, at: NOON.plus({ days: 1 }) })
    await aDelivery()

    const letters = await everyLetter()
    assert.sameMembers([...new Set(letters.map(({ template }) => template))], Object.keys(samples).map(short))
    const links = new Set(letters.flatMap((letter) => letter.links))
    for (const kind of ['/compte/verifications/', '/compte/resets/', '/messages/unsubscriptions/', '/compte/organisations'])
      assert.isTrue(
        [...links].some((link) => link.startsWith(kind)),
        kind
      )
    const browsers = [await Agent.visitor(), await Agent.as('alice'), await Agent.as('rachid')]
    const before = await everyRow()
    for (const browser of browsers)
      for (const link of links)
        for (const method of ['HEAD', 'GET']) {
          const { status } = await wire(method, link, { by: browser })
          assert.oneOf(status, [200, 303, 404], link)
        }
    assert.deepEqual(await everyRow(), before)
  })
})
