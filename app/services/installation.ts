import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { DateTime } from 'luxon'
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

async function alone(work: () => Promise<void>) {
  const owner = db.connection('owner').knexQuery().client
  const connection = await owner.acquireConnection()
  try {
    await connection.query(`select pg_advisory_lock(${LOCK})`)
    await work()
  } finally {
    // The lock goes with the connection.
    await owner.releaseConnection(connection)
    await db.manager.close('owner')
  }
}

async function upgrade() {
  await refuseOldServer()
  const runner = new MigrationRunner(db, app, { direction: 'up', connectionName: 'owner', disableLocks: true })
  await runner.run()
  if (runner.error) throw runner.error
  await prepareAuditMonths()
}

async function refuseOldServer() {
  const { rows } = await db
    .connection('owner')
    .rawQuery(`select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as full`)
  const { major, full } = rows[0]
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
