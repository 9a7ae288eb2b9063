import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { EmbeddedPostgres } from '#services/embedded_postgres'
import { OWNER } from '#services/embedded_postgres/roles'
import { ensureVarDir, varPath } from '#services/var_dir'

/** What the template is made of: when none of it has changed, last run's template still serves. */
const SOURCES = [
  'database/migrations',
  'database/seeders/cast_seeder.ts',
  'database/seeders/cast_postes.ts',
  'app/models',
  'config/database.ts',
]

const url = process.env.TEST_DATABASE_URL

/**
 * A database for this process alone, copied from a template that holds the tables and the cast: a copy takes a
 * tenth of a second, and nothing that a test commits reaches another process.
 * @returns what drops it
 */
export async function ownDatabase() {
  ensureVarDir()
  const server = url ? null : new EmbeddedPostgres(varPath('test-postgres'), { durable: false })
  await server?.ensure('postgres')
  const template = `tremplin_template_${fingerprint()}`
  const name = `tremplin_test_${process.pid}`
  const client = await connect(server)
  try {
    await client.query('select pg_advisory_lock(727275)')
    if (!(await exists(client, template))) {
      const draft = `${template}_draft`
      await client.query(`drop database if exists ${draft} with (force)`)
      await client.query(`create database ${draft}`)
      execFileSync(process.execPath, ['--import=@poppinss/ts-exec', 'tests/support/make_template.ts'], {
        env: { ...process.env, NODE_ENV: 'test', DATABASE_NAME: draft },
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      await client.query(`alter database ${draft} rename to ${template}`)
      await dropOld(client, template)
    }
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${template}`)
    await client.query('select pg_advisory_unlock(727275)')
  } finally {
    await client.end()
  }
  process.env.DATABASE_NAME = name
  return () => drop(server, name)
}

async function drop(server: EmbeddedPostgres | null, name: string) {
  const client = await connect(server)
  await client.query(`drop database if exists ${name} with (force)`)
  await client.end()
}

async function connect(server: EmbeddedPostgres | null) {
  const client = new pg.Client(server ? server.connection(OWNER, 'postgres') : { connectionString: url })
  await client.connect()
  return client
}

async function exists(client: pg.Client, name: string) {
  return (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1
}

/** Templates of earlier sources, and databases of processes that were killed. */
async function dropOld(client: pg.Client, template: string) {
  const { rows } = await client.query(`select datname from pg_database where datname like 'tremplin\\_template\\_%' and datname <> $1`, [
    template,
  ])
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
}

/** How long a template serves (ms): the fairs of the cast are dated from the hour in which they were seeded. */
const FRESH = 3 * 3_600_000

function fingerprint() {
  const hash = createHash('sha256').update(String(Math.floor(Date.now() / FRESH)))
  for (const path of SOURCES.flatMap(files)) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 12)
}

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}
