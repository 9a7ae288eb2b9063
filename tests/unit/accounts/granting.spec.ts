import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { person } from '#tests/support/agent'
import { everyRow } from '#tests/support/rows'
import { aFair, byNobody } from '#database/factories/fair/fairs'

async function held(userId: number) {
  const rows = await db.from('roles').where('user_id', userId).whereNull('revoked_at').orderBy('id')
  return rows.map(({ role, fair_id }) => [role, fair_id])
}

test.group('A right given to Maud', () => {
  test('twice is given once', async ({ assert }) => {
    const maud = await person('maud')
    await maud.grant({ role: 'organiser' }, byNobody())
    const before = await everyRow()
    await maud.grant({ role: 'organiser' }, byNobody())
    assert.deepEqual(await everyRow(), before)
    assert.deepEqual(await held(maud.id), [
      ['moderator', null],
      ['organiser', null],
    ])
  })

  test('for one fair is another than for all, and than for another fair', async ({ assert }) => {
    const maud = await person('maud')
    const [one, two] = [await aFair({ open: false }), await aFair({ open: false })]
    await maud.grant({ role: 'organiser', fairId: one.id }, byNobody())
    await maud.grant({ role: 'organiser', fairId: two.id }, byNobody())
    await maud.revoke({ role: 'organiser', fairId: one.id }, byNobody())
    await maud.revoke({ role: 'organiser' }, byNobody())
    assert.deepEqual(await held(maud.id), [
      ['moderator', null],
      ['organiser', two.id],
    ])
  })

  test('is taken back by a row that says who and when, and may be given again', async ({ assert }) => {
    const maud = await person('maud')
    const adrien = await person('adrien')
    const act = { ...byNobody(), by: { kind: 'user' as const, id: adrien.id } }
    await maud.revoke({ role: 'moderator' }, act)
    assert.deepEqual(await held(maud.id), [])
    const row = await db.from('roles').where('user_id', maud.id).firstOrFail()
    assert.equal(row.revoked_by, `user:${adrien.id}`)
    assert.equal(row.revoked_at.getTime(), act.at.toMillis())

    const before = await everyRow()
    await maud.revoke({ role: 'moderator' }, act)
    assert.deepEqual(await everyRow(), before, 'twice is once')

    await maud.grant({ role: 'moderator' }, act)
    assert.deepEqual(await held(maud.id), [['moderator', null]])
    const lines = await db.from('audit_events').where({ object_type: 'user', object_id: maud.id, actor_id: adrien.id }).orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['accounts.role.revoked', 'accounts.role.granted']
    )
  })
})
