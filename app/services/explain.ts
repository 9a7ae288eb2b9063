import { prettyPrintError } from '@adonisjs/core'
import { StartupError } from '#services/var_dir'

/**
 * Prints why the application could not start: one sentence for what an administrator can mend,
 * the whole error for what only a developer can.
 */
export async function explain(error: unknown) {
  const sentence = sentenceFor(error)
  if (sentence) console.error(sentence)
  else await prettyPrintError(error as Error)
}

const DATABASE_ERRORS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOENT: 'nothing answers there',
  ENOTFOUND: 'no machine has that name',
  EAI_AGAIN: 'no machine has that name',
  ETIMEDOUT: 'it did not answer in time',
  ECONNRESET: 'it closed the connection',
  '28P01': 'the password is wrong',
  '28000': 'the user is not accepted',
  '3D000': 'there is no database of that name',
  '42501': 'the user lacks a right',
  '57P03': 'it is still starting',
}

function sentenceFor(error: unknown): string | undefined {
  const e = error as Error & { code?: string; port?: number; address?: string; errors?: Error[]; help?: string }
  if (e instanceof StartupError) return e.message
  if (e?.code === 'E_INVALID_ENV_VARIABLES') return `The environment is not usable. ${e.help ?? e.message}`
  if (e?.code === 'EADDRINUSE') return `Port ${e.port} of ${e.address} is taken by another program. Set PORT to a free one.`
  if (e?.code === 'EACCES' && e.port) return `Port ${e.port} may not be opened by this user. Set PORT to one above 1024.`
  if (
    e?.code === 'EADDRNOTAVAIL' ||
    (e?.code === 'ENOTFOUND' && (e as { syscall?: string }).syscall === 'getaddrinfo' && !process.env.DATABASE_URL)
  )
    return `This machine has no address ${e.address ?? process.env.HOST}. Set HOST to one of its own, 127.0.0.1 or 0.0.0.0.`
  const cause = e?.errors?.[0] ?? e
  const reason = DATABASE_ERRORS[(cause as { code?: string })?.code ?? '']
  if (reason && process.env.DATABASE_URL) return `The database of DATABASE_URL cannot be used: ${reason} (${cause.message}).`
  if (e?.name === 'KnexTimeoutError') return 'The database did not answer in time. Check DATABASE_URL.'
}
