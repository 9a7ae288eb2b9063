import type { Client } from 'pg'

export const OWNER = 'tremplin_owner'
export const RUNTIME = 'tremplin_app'

/** The two roles of an installation, and its database; what is there already stays. */
export async function prepareDatabase(client: Client, database: string, password: string) {
  const secret = client.escapeLiteral(password)
  const roles = await client.query(`select 1 from pg_roles where rolname = $1`, [RUNTIME])
  // One message is one transaction: there are never half the roles.
  if (!roles.rowCount)
    await client.query(`create role ${OWNER} login createdb password ${secret}; create role ${RUNTIME} login password ${secret}`)
  const found = await client.query(`select 1 from pg_database where datname = $1`, [database])
  if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER}`)
}
