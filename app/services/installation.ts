import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import pg from 'pg'
import { unusableDatabase } from '#services/explain'
import { StartupError } from '#services/var_dir'

const OLDEST_POSTGRES = 15

/** The advisory lock of whoever changes the installation. */
const LOCK = 727274

/**
 * What must be there before anybody is served: the tables, and for a demonstration its people and its fair.
 * Processes that start together wait for the first, and find its work done.
 * @throws {StartupError} when the server is too old
 */
export async function install({ demo }: { demo: boolean }) {
  await alone(async () => {
    await upgrade()
    if (demo) await demonstrate()
  })
}

/**
 * Brings the database to the version of the code, as its owner.
 * @throws {StartupError} when the server is too old
 */
export async function migrate() {
  await alone(upgrade)
}

/** The audit has one partition a month: this month's and the next two exist before anything is written in them. */
export async function prepareAuditMonths(at = DateTime.utc()) {
  for (const months of [0, 1, 2]) await db.rawQuery('select audit_month(?)', [at.plus({ months }).toISODate()])
}

/** The lock lasts as long as the connection that took it. */
async function alone(work: () => Promise<void>) {
  const client = new pg.Client(app.config.get<pg.ClientConfig>('database.connections.owner.connection'))
  // What ends it is told by the query that it interrupts.
  client.on('error', (error) => logger.warn({ err: error }, 'the connection to the database was lost'))
  try {
    await client.connect()
  } catch (error) {
    throw new StartupError(unusableDatabase(error))
  }
  try {
    await refuseOldServer(client)
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await work()
  } finally {
    await client.end()
    await db.manager.close('owner')
  }
}

async function upgrade() {
  const runner = new MigrationRunner(db, app, { direction: 'up', connectionName: 'owner', disableLocks: true })
  await runner.run()
  if (runner.error) throw runner.error
  // Lines without a month of their own are kept all the same, and the daily task tries again.
  await prepareAuditMonths().catch((error) => logger.error({ err: error }, 'the audit has no place for this month'))
}

async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query<{ major: number; full: string }>(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as full`
  )
  const [{ major, full }] = rows
  if (major < OLDEST_POSTGRES) throw new StartupError(`Tremplin needs PostgreSQL ${OLDEST_POSTGRES} or later and this is ${full}.`)
}

/** All of it or nothing: a process that is killed meanwhile leaves no half of a demonstration to the next. */
async function demonstrate() {
  const { prepareDemo } = await import('#services/demo')
  const transaction = await db.beginGlobalTransaction()
  try {
    await prepareDemo()
    await transaction.commit()
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}
