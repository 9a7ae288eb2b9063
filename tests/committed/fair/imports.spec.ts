import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aFair, aStandImport, byNobody } from '#database/factories/fair/fairs'
import { standImport } from '#models/fair/stand_import'
import { Agent } from '#tests/support/agent'

const NAMES = ['Acme', 'Globex', 'Hooli', 'Initech', 'Umbrella']

test.group('Side by side', () => {
  test('five confirmations of one import are one', async ({ assert }) => {
    const fair = await aFair()
    const staged = await aStandImport(fair, NAMES)
    const adrien = await Agent.as('adrien')
    const answers = await Promise.all(NAMES.map(() => adrien.post(`${fair.path}/stands/imports/${staged.id}/confirmation`)))
    assert.deepEqual(new Set(answers.map(({ status, location }) => `${status} ${location}`)), new Set([`303 ${fair.path}/stands`]))
    assert.lengthOf(await db.from('stands').where('fair_id', fair.id), 5)
    assert.lengthOf(await db.from('audit_events').where({ fair_id: fair.id, action: 'files.import.confirmed' }), 1)
  })

  test('two imports of one file, and somebody who types one of its names, add each stand once', async ({ assert }) => {
    const fair = await aFair()
    const [one, other] = [await aStandImport(fair, NAMES), await aStandImport(fair, NAMES)]
    const added = await Promise.all([
      one.confirm(standImport(fair), byNobody()),
      other.confirm(standImport(fair), byNobody()),
      fair.addStand({ name: 'HOOLI' }, byNobody()).then(
        () => 1,
        () => 0
      ),
    ])
    assert.equal(
      added.reduce((sum, count) => sum + count, 0),
      5
    )
    assert.lengthOf(await db.from('stands').where('fair_id', fair.id), 5)
  })

  test('confirming and giving up: one of them is done', async ({ assert }) => {
    const fair = await aFair()
    const staged = await aStandImport(fair, NAMES)
    const [confirmed, cancelled] = await Promise.allSettled([staged.confirm(standImport(fair), byNobody()), staged.cancel(byNobody())])
    assert.notEqual(confirmed.status, cancelled.status)
    assert.lengthOf(await db.from('stands').where('fair_id', fair.id), confirmed.status === 'fulfilled' ? 5 : 0)
  })

  test('a stand that cannot be added takes the others back with it', async ({ assert }) => {
    const fair = await aFair()
    const staged = await aStandImport(fair, NAMES)
    const kind = standImport(fair)
    const failing: typeof kind = {
      ...kind,
      add: async (stands, act) => {
        await kind.add(stands.slice(0, 3), act)
        throw new Error('the disk is full')
      },
    }
    await assert.rejects(() => staged.confirm(failing, byNobody()), 'the disk is full')
    assert.isEmpty(await db.from('stands').where('fair_id', fair.id))
    assert.equal(await staged.confirm(kind, byNobody()), 5)
  })
})
