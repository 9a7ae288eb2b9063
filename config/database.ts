import env from '#start/env'
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import { defineConfig } from '@adonisjs/lucid'
import { EmbeddedPostgres } from '#services/embedded_postgres'
import { OWNER, RUNTIME } from '#services/embedded_postgres/roles'
import { prepareRepeated } from '#services/prepared_statements'
import { varPath } from '#services/var_dir'
import pg from 'pg'

// bigint: every identifier and count here stays far below 2^53.
pg.types.setTypeParser(20, Number)

const url = env.get('DATABASE_URL')
const databaseName = env.get('DATABASE_NAME') ?? 'tremplin'

/** The embedded server of this installation, or null when it is told to use another. */
export const embedded = url
  ? null
  : app.inTest
    ? new EmbeddedPostgres(varPath('test-postgres'), { durable: false })
    : new EmbeddedPostgres(varPath('postgres'))

/** The role that the application lives with: it may read and write rows, except those of the audit, which it only adds. */
export const runtimeRole = RUNTIME

export const database = { name: databaseName, url }

function connection(user: string, address: string | undefined) {
  if (embedded) return embedded.connection(user, databaseName)
  const target = new URL(address!)
  if (env.get('DATABASE_NAME')) target.pathname = '/' + databaseName
  return { connectionString: target.href, connectionTimeoutMillis: 10_000 }
}

const ownerUrl = env.get('DATABASE_OWNER_URL') || url

/** Only when one address serves for both: the application gives up the owner's rights at each connection. */
const stepsDown = !embedded && ownerUrl === url

/**
 * A connection that fails is an error to whoever asked for it; Knex would print it a second time, with its stack.
 * Spread below, because Lucid hands it on to Knex but its type does not know it.
 */
const quiet = {
  log: {
    warn: (message: string) => message.startsWith('Acquire connection error') || logger.warn(message),
    error: (message: string) => logger.error(message),
    deprecate: (message: string) => logger.debug(message),
    debug: (message: string) => logger.debug(message),
  },
}

/** How long a request waits for a connection (ms); then it is told to come back. */
const patience = { acquireConnectionTimeout: 10_000 }

/** One request that is stuck must not hold the others: it is ended, and they go on (ms). */
const limits = { lock_timeout: 10_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 }

const dbConfig = defineConfig({
  connection: 'pg',
  connections: {
    pg: {
      ...quiet,
      ...patience,
      client: 'pg',
      connection: { ...connection(RUNTIME, url), ...limits },
      pool: { min: 0, max: 20, afterCreate: prepare },
      migrations: { naturalSort: true, paths: ['database/migrations'] },
      schemaGeneration: {
        enabled: true,
        outputPath: 'database/schema.ts',
        rulesPaths: ['./database/schema_rules.js'],
        excludeTables: ['sessions', 'rate_limits', 'audit_events', 'audit_events_default', 'queue_jobs'],
      },
    },
    owner: {
      ...quiet,
      client: 'pg',
      connection: connection(OWNER, ownerUrl),
      pool: { min: 0, max: 4 },
      migrations: { naturalSort: true, paths: ['database/migrations'] },
      schemaGeneration: { enabled: false },
    },
  },
})

export default dbConfig

type Done = (error: Error | null, client: pg.Client) => void

function prepare(client: pg.Client, done: Done) {
  makeReady(client).then(
    () => done(null, client),
    (error) => done(error, client)
  )
}

async function makeReady(client: pg.Client) {
  if (stepsDown) await becomeRuntime(client)
  // Our longest questions take four times as long to plan as to answer, and their plans do not depend on who asks.
  await client.query('set plan_cache_mode = force_generic_plan')
  prepareRepeated(client)
}

/** The role does not exist before the first migration, nor on a server where the owner may not create roles. */
async function becomeRuntime(client: pg.Client) {
  const found = await client.query(`select 1 from pg_roles where rolname = '${RUNTIME}' and pg_has_role(current_user, oid, 'member')`)
  if (found.rowCount) await client.query(`set role ${RUNTIME}`)
}
