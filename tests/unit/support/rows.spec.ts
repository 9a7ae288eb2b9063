import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { everyRow, undone, writesNow } from '#tests/support/rows'

test.group('What the tests take for a change', () => {
  const wrote = async (sql: string) => {
    const before = await writesNow()
    await db.rawQuery(sql)
    return (await writesNow()) - before
  }

  test('is a row that is added, or changed, even to what it was', async ({ assert }) => {
    assert.equal(await wrote("update users set email = email where email like 'alice@%'"), 1)
    assert.equal(
      await wrote("insert into notifications (user_id, kind, path, created_at) select id, 'x', '/', now() from users limit 2"),
      2
    )
  })

  test('is neither a reading nor what a browser leaves behind', async ({ assert }) => {
    assert.equal(await wrote('select 1 from users for update'), 0)
    assert.equal(await wrote('update sessions set expires_at = expires_at'), 0)
  })

  test('is gone when it is undone', async ({ assert }) => {
    const before = await everyRow()
    await undone(async () => {
      await db.rawQuery('update fairs set name = id::text')
      assert.notDeepEqual(await everyRow(), before)
    })
    assert.deepEqual(await everyRow(), before)
  })
})
