import { prettyPrintError } from '@adonisjs/core'
import { StartupError } from '#services/var_dir'

/** What errors of Node and of PostgreSQL have in common here. */
interface Trouble extends Error {
  code?: string
  errors?: Trouble[]
  address?: string
  port?: number
  hostname?: string
  /** only PostgreSQL's own */
  severity?: string
  /** only a wrong environment's */
  help?: string
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOENT: 'nothing answers there',
  EHOSTUNREACH: 'nothing answers there',
  ENETUNREACH: 'nothing answers there',
  EACCES: 'this user may not reach it',
  ENOTFOUND: 'no machine has that name',
  EAI_AGAIN: 'no machine has that name',
  ETIMEDOUT: 'it did not answer in time',
  ECONNRESET: 'it closed the connection',
  '28P01': 'the password is wrong',
  '28000': 'the user is not accepted',
  '3D000': 'there is no database of that name',
  '42501': 'the user lacks a right',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
}

/** What `pg` and Knex say without a code. */
const SAYINGS: [RegExp, string][] = [
  [/^timeout expired/, 'it did not answer in time'],
  [/^Connection terminated/, 'it closed the connection'],
  [/^Knex: Timeout/, 'it gave no connection in time'],
]

/**
 * Prints why the application could not start: one sentence for what an administrator can mend,
 * the whole error for what only a developer can.
 */
export async function explain(error: unknown) {
  const sentence = sentenceFor(error)
  if (sentence) console.error(sentence)
  else await prettyPrintError(error as Error)
}

/** One sentence for what an administrator can mend, undefined for the rest. */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return
  const trouble = error as Trouble
  if (trouble instanceof StartupError) return trouble.message
  if (trouble.code === 'E_INVALID_ENV_VARIABLES') return invalidEnvironment(trouble)
  return unusableAddress(trouble) ?? (isAboutDatabase(trouble) ? unusableDatabase(trouble) : undefined)
}

/** What the first words with the database ended with, in one sentence. */
export function unusableDatabase(error: unknown) {
  const trouble = error as Trouble
  const cause = trouble.errors?.[0] ?? trouble
  const database = process.env.DATABASE_URL ? 'The database of DATABASE_URL' : 'The embedded database'
  const known = REASONS[cause.code ?? '']
  const reason = known ? `${known} (${cause.message})` : SAYINGS.find(([said]) => said.test(cause.message))?.[1]
  return `${database} cannot be used: ${reason ?? cause.message}.`
}

function invalidEnvironment({ help, message }: Trouble) {
  const reasons = (help ?? message).split('\n').map((line) => line.replace(/^- /, '').trim())
  return `The environment is not usable: ${reasons.join('; ')}.`
}

function unusableAddress({ code, port, address, hostname }: Trouble) {
  const host = process.env.HOST
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is taken by another program. Set PORT to a free one.`
  if (code === 'EACCES' && port) return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || (hostname && hostname === host))
    return `This machine has no address ${address ?? host}. Set HOST to one of its own, 127.0.0.1 or 0.0.0.0.`
}

/** Commands speak to other machines too: only what comes from the database, or from its address, is its fault. */
function isAboutDatabase(trouble: Trouble): boolean {
  const { severity, address, port, hostname, message } = trouble.errors?.[0] ?? trouble
  if (severity || address?.includes('.s.PGSQL.')) return true
  if (SAYINGS.some(([said]) => said.test(message))) return true
  return [process.env.DATABASE_URL, process.env.DATABASE_OWNER_URL].some((url) => {
    if (!url) return false
    const target = new URL(url)
    return hostname ? hostname === target.hostname : port === Number(target.port || 5432)
  })
}
