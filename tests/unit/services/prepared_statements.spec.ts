import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { prepareRepeated } from '#services/prepared_statements'

/** As Knex asks. */
function ask(client: pg.Client, text: string, values: unknown[]) {
  return new Promise<pg.QueryResult>((resolve, reject) => {
    client.query({ text, values }, (error: Error | null, result: pg.QueryResult) => (error ? reject(error) : resolve(result)))
  })
}

async function kept(client: pg.Client) {
  const { rows } = await client.query(`select statement from pg_prepared_statements order by prepare_time`)
  return rows.map(({ statement }) => statement)
}

test.group('What a connection is asked again and again', (group) => {
  let client: pg.Client

  group.each.setup(async () => {
    client = new pg.Client(db.connection('owner').getWriteClient().client.config.connection)
    await client.connect()
    await client.query('create temporary table fruits as select 1 as id')
    prepareRepeated(client)
    return () => client.end()
  })

  test('is planned once, from the third time on', async ({ assert }) => {
    const text = 'select * from fruits where id = $1'
    for (const id of [1, 2]) await ask(client, text, [id])
    assert.isEmpty(await kept(client))
    for (const id of [3, 1, 2, 1]) assert.lengthOf((await ask(client, text, [id])).rows, id === 1 ? 1 : 0)
    assert.deepEqual(await kept(client), [text])
  })

  test('without values is left as it is', async ({ assert }) => {
    for (let i = 0; i < 5; i++) await ask(client, 'select * from fruits', [])
    assert.isEmpty(await kept(client))
  })

  test('is asked anew when its table has changed meanwhile', async ({ assert }) => {
    const text = 'select * from fruits where id = $1'
    for (let i = 0; i < 4; i++) await ask(client, text, [1])
    await client.query(`alter table fruits add column name text default 'Poire'`)
    for (let i = 0; i < 6; i++) assert.deepEqual((await ask(client, text, [1])).rows, [{ id: 1, name: 'Poire' }])
  })

  test('inside a transaction says what went wrong, and the next transaction is well', async ({ assert }) => {
    const text = 'select * from fruits where id = $1'
    for (let i = 0; i < 4; i++) await ask(client, text, [1])
    await client.query(`alter table fruits add column name text`)
    await client.query('begin')
    await assert.rejects(() => ask(client, text, [1]), /cached plan must not change result type/)
    await client.query('rollback; begin')
    assert.lengthOf((await ask(client, text, [1])).rows, 1)
    await client.query('commit')
  })

  test('with a list of values is left as it is: each length would be another text', async ({ assert }) => {
    const values = Array.from({ length: 25 }, (_, i) => i)
    for (let i = 0; i < 5; i++) await ask(client, `select * from fruits where id in (${values.map((n) => `$${n + 1}`)})`, values)
    assert.isEmpty(await kept(client))
  })

  test('but never more than a few hundred things', async ({ assert }) => {
    for (let i = 0; i < 450; i++) for (let again = 0; again < 3; again++) await ask(client, `select ${i} where 1 = $1`, [1])
    assert.lengthOf(await kept(client), 400)
  })

  test('that is wrong is wrong each time, with the same words', async ({ assert }) => {
    for (let i = 0; i < 5; i++) await assert.rejects(() => ask(client, 'select 1 / $1::int', [0]), /division by zero/)
  })
})
