import { test } from '@japa/runner'
import { preferencesOf } from '#models/messaging/preferences'
import { Agent, person } from '#tests/support/agent'
import { textOf, toastOf } from '#tests/support/html'
import { unproved } from '#tests/support/news'
import { everyRow } from '#tests/support/rows'

const PAGE = '/messages/preferences'
const email = (kind: string) => `mode[${kind.replace('.', '-')}-email]`

/** What the list of this name shows as chosen. */
function chosen(body: string, name: string) {
  const [, list] = new RegExp(`<select[^>]* name="${name.replace(/[[\].]/g, '\\$&')}"[^>]*>([\\s\\S]*?)</select>`).exec(body) ?? []
  return /value="(\w+)" selected/.exec(list ?? '')?.[1]
}

test.group('What a person is told', () => {
  test('is chosen by kind and channel, and shown as chosen', async ({ assert }) => {
    const rachid = await Agent.as('rachid')
    assert.equal(chosen((await rachid.get(PAGE)).body, email('messaging.message_received')), 'on')
    const form = { [email('messaging.message_received')]: 'digest', 'mode[fair-passed-app]': 'off', quietHours: 'off', digest: 'weekly' }
    const { location } = await rachid.put(PAGE, form)
    assert.equal(location, PAGE)
    const { body } = await rachid.get(PAGE)
    assert.equal(toastOf(body), 'Vos choix sont enregistrés.')
    assert.deepEqual(
      [...Object.keys(form), email('board.application_received')].map((name) => chosen(body, name)),
      ['digest', 'off', 'off', 'weekly', 'on']
    )
  })

  test('is forgotten when it is as usual again', async ({ assert }) => {
    const rachid = await Agent.as('rachid')
    await rachid.put(PAGE, { [email('messaging.message_received')]: 'digest' })
    await rachid.put(PAGE, { [email('messaging.message_received')]: 'on' })
    const { modeOf } = await preferencesOf((await person('rachid')).id)
    assert.equal(modeOf('messaging.message_received', 'email'), 'on')
    const before = await everyRow()
    await rachid.put(PAGE, { [email('messaging.message_received')]: 'on', quietHours: 'on', digest: 'daily' })
    assert.deepEqual(await everyRow(), before, 'what changes nothing leaves no line')
  })

  test('is only what their roles may be told', async ({ assert }) => {
    const of = async (name: 'alice' | 'rachid' | 'maud') => (await (await Agent.as(name)).get(PAGE)).body
    assert.notInclude(await of('alice'), 'board-application_received')
    assert.include(await of('alice'), 'board-application_changed')
    assert.include(await of('rachid'), 'board-application_received')
    assert.include(await of('maud'), 'accounts-verification_asked')
  })

  test('cannot be what no page offers', async ({ assert }) => {
    const rachid = await Agent.as('rachid')
    const before = await everyRow()
    const wrong = [
      { [email('board.application_received')]: 'off' },
      { 'mode[fair-called-app]': 'off' },
      { 'mode[fair-called-email]': 'on' },
      { 'mode[fair-passed-app]': 'digest' },
      { 'mode[fair-nothing-app]': 'off' },
      { 'mode[fair-passed-app][x]': 'off' },
      { digest: 'hourly' },
      { quietHours: 'x' },
    ]
    for (const form of wrong) assert.equal((await rachid.put(PAGE, form, { json: true })).status, 422, JSON.stringify(form))
    assert.deepEqual(await everyRow(), before)
  })

  test('is not mailed before the address is proved, and the page says so', async ({ assert }) => {
    await unproved(await person('rachid'))
    assert.include(textOf((await (await Agent.as('rachid')).get(PAGE)).body), 'Aucun e-mail ne part vers rachid@example.org')
  })
})
