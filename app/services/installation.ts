import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { DateTime } from 'luxon'
import { StartupError } from '#services/var_dir'

const OLDEST_POSTGRES = 15

/**
 * Brings the database to the version of the code, as its owner. Processes that start together wait for the first.
 * @throws {StartupError} when the server is too old
 */
export async function migrate() {
  const owner = db.connection('owner')
  const version = await owner.rawQuery(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as full`
  )
  const { major, full } = version.rows[0]
  if (major < OLDEST_POSTGRES) throw new StartupError(`Tremplin needs PostgreSQL ${OLDEST_POSTGRES} or later and this is ${full}.`)

  const lock = await owner.knexQuery().client.acquireConnection()
  try {
    await lock.query('select pg_advisory_lock(727274)')
    const runner = new MigrationRunner(db, app, { direction: 'up', connectionName: 'owner', disableLocks: true })
    await runner.run()
    if (runner.error) throw runner.error
    await lock.query('select pg_advisory_unlock(727274)')
  } finally {
    await owner.knexQuery().client.releaseConnection(lock)
  }
  await prepareAuditMonths()
  await db.manager.close('owner')
}

/** The audit has one partition a month: this month's and the next two exist before anything is written in them. */
export async function prepareAuditMonths(at = DateTime.utc()) {
  for (const months of [0, 1, 2]) await db.rawQuery('select audit_month(?)', [at.plus({ months }).toISODate()])
}
