import { join } from 'node:path'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import pg from 'pg'
import { EmbeddedPostgres } from '#services/embedded_postgres'
import { OWNER, RUNTIME } from '#services/embedded_postgres/roles'
import { Postgres15 } from '#tests/support/postgres_15'
import { type Installation, installation } from '#tests/support/processes'
import { Visitor } from '#tests/support/visitor'

const INSERT = `insert into audit_events (at, actor_kind, action, object_type) values (now(), 'system', 'test', 'test')`

type Ask = (sql: string) => Promise<pg.QueryResult>

/** The audit can be added to and read; whatever would change it is refused, to the application and to its owner. */
async function auditOnlyGrows(assert: Assert, asApplication: Ask, asOwner: Ask) {
  const refusal = (ask: Ask, sql: string) =>
    ask(sql).then(
      () => `${sql} was done`,
      (error: pg.DatabaseError) => error.code
    )
  await asApplication(INSERT)
  assert.isAbove((await asApplication('select id from audit_events')).rowCount!, 0)
  const month = (await asOwner(`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_events'::regclass`)).rows
  assert.isAbove(month.length, 3)
  for (const table of ['audit_events', ...month.map(({ name }) => name)])
    for (const change of [`update ${table} set action = 'other'`, `delete from ${table}`, `truncate ${table}`, `drop table ${table}`])
      assert.equal(await refusal(asApplication, change), '42501', change)
  for (const change of [`update audit_events set action = 'other'`, 'delete from audit_events', 'truncate audit_events'])
    assert.equal(await refusal(asOwner, change), '42501', change)
  assert.equal(await refusal(asApplication, 'alter table audit_events disable trigger all'), '42501')
  assert.equal(await refusal(asApplication, 'create table mine ()'), '42501')
}

/** Every line of the audit from now on says as whom its writer was connected. */
const SIGNED = `alter table audit_events add column written_by text default current_user`

test.group('On a PostgreSQL 15 that somebody else runs', (group) => {
  const server = new Postgres15()
  let place: Installation
  let url: string

  group.setup(async () => {
    await server.start()
    url = await server.database('salon')
    place = await installation({ DATABASE_URL: url })
    return async () => {
      await place.remove()
      await server.remove()
    }
  })

  test('the application makes its tables, serves, and starts nothing of its own', async ({ assert }) => {
    const app = await place.start({ env: { DEMO: '1' } })
    assert.sameMembers(place.processes(), app.family)
    await server.query(SIGNED, 'salon')
    const someone = { email: 'claude@example.org', password: 'une-longue-phrase' }
    assert.isTrue(await new Visitor(place.url).signUp(someone))
    assert.isTrue(await new Visitor(place.url).signIn(someone))
    const fair = /^The fair: +(.+)$/m.exec(app.output)![1]
    const { status, body } = await new Visitor(place.url).get(new URL(fair).pathname)
    assert.equal(status, 200)
    assert.include(body, 'Boulangerie Martin')

    const { rows } = await server.query('select distinct written_by from audit_events where written_by is not null', 'salon')
    assert.includeDeepMembers(rows, [{ written_by: RUNTIME }])
    await app.end('SIGTERM')
  })

  test('there is no demonstration unless it is asked for', async ({ assert }) => {
    const app = await place.start()
    assert.notInclude(app.output, '@demo.example')
    await app.end('SIGTERM')
  })

  test('the application lives as a role that can only add to the audit', async ({ assert }) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const asOwner: Ask = (sql) => client.query(sql)
    const asApplication: Ask = async (sql) => {
      await client.query(`set role ${RUNTIME}`)
      return client.query(sql).finally(() => client.query('reset role'))
    }
    await auditOnlyGrows(assert, asApplication, asOwner)
    await client.end()
  })

  test('it runs as well with one address for the owner and one for the application', async ({ assert }) => {
    await server.query(`alter role ${RUNTIME} login password 'its own'`)
    const own = server.url({ name: 'salon', user: RUNTIME, password: 'its own' })
    const app = await place.start({ env: { DATABASE_URL: own, DATABASE_OWNER_URL: url } })
    assert.isTrue(await new Visitor(place.url).signUp({ email: 'dominique@example.org', password: 'une-longue-phrase' }))
    await app.end('SIGTERM')
  })
})

test.group('On the embedded database', (group) => {
  let place: Installation

  group.setup(async () => {
    place = await installation({ DEMO: '0' })
    await place.start()
    return () => place.remove()
  })

  test('the application lives as a role that can only add to the audit', async ({ assert }) => {
    const server = new EmbeddedPostgres(join(place.varDir, 'postgres'))
    const [application, owner] = [RUNTIME, OWNER].map((role) => new pg.Client(server.connection(role, 'tremplin')))
    await Promise.all([application.connect(), owner.connect()])
    await owner.query(SIGNED)
    assert.isTrue(await new Visitor(place.url).signUp({ email: 'claude@example.org', password: 'une-longue-phrase' }))
    const { rows } = await owner.query('select distinct written_by from audit_events')
    assert.deepEqual(rows, [{ written_by: RUNTIME }])
    await auditOnlyGrows(
      assert,
      (sql) => application.query(sql),
      (sql) => owner.query(sql)
    )
    await Promise.all([application.end(), owner.end()])
  })

  test('nobody comes in without the password of this installation, nor over the network', async ({ assert }) => {
    const { host } = new EmbeddedPostgres(join(place.varDir, 'postgres')).connection(OWNER, 'tremplin')
    const client = new pg.Client({ host, port: 5432, user: OWNER, database: 'tremplin', password: 'guess' })
    await assert.rejects(() => client.connect(), /password authentication failed/)
    const settings = new pg.Client(new EmbeddedPostgres(join(place.varDir, 'postgres')).connection(OWNER, 'tremplin'))
    await settings.connect()
    assert.deepEqual((await settings.query('show listen_addresses')).rows, [{ listen_addresses: '' }])
    assert.deepEqual((await settings.query('show fsync')).rows, [{ fsync: 'on' }])
    await settings.end()
  })
})
