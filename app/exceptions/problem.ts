import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'

/** What the database says when it will not serve now, or gives up waiting for a lock that others hold. */
const BUSY = ['57P01', '57P02', '57P03', '53300', '08006', '08001', '57014', '55P03', '40P01', '25P03']

/** What its driver says when it cannot be reached. */
const AWAY = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE']

const UNREACHABLE = new Set([...BUSY, ...AWAY])

/** Statuses with a page of their own; the others show the nearest. */
export const PAGES = new Set([400, 403, 404, 409, 413, 419, 421, 422, 429, 500, 503])

/** The link of a stand does not open it, or no longer. */
export const LINK_INVALID = 'fair.refusals.link_invalid'

/** What a program is told, and what a page says. */
export interface Problem {
  status: number
  code: string
  message: string
  errors?: { field: string; message: string }[]
}

/** What errors of the framework and of the database may have. */
interface Thrown {
  status: number
  code: string
  messages: { field: string; message: string }[]
  /** a policy's */
  response: { status?: number }
}

/** An error in the words of the person: never those of the machine, which may hold anything. */
export function problemOf(error: unknown, ctx: HttpContext): Problem {
  const { i18n } = ctx
  const e = (error ?? {}) as Partial<Thrown>
  const known = (status: number, code: string) => ({ status, code, message: i18n.t(`errors.${PAGES.has(status) ? status : 400}.text`) })

  if (error instanceof Refusal) {
    const message = i18n.t(error.sentence, error.params)
    const { field } = error.options
    return { status: error.status, code: error.sentence, message, ...(field && { errors: [{ field, message }] }) }
  }
  if (e.code === 'E_VALIDATION_ERROR') return { ...known(422, e.code), errors: e.messages }
  if (e.code === 'E_BAD_CSRF_TOKEN') return known(419, e.code)
  if (e.code === 'E_UNAUTHORIZED_ACCESS') return { status: 401, code: e.code, message: i18n.t('errors.401.text') }
  if (e.code === 'E_AUTHORIZATION_FAILURE' && lacksLink(ctx)) return { status: 403, code: LINK_INVALID, message: i18n.t(LINK_INVALID) }
  // A policy that answers 404 keeps to itself that there is something: the same words as for nothing.
  if (e.code === 'E_AUTHORIZATION_FAILURE' && e.response?.status === 404) return known(404, 'E_ROW_NOT_FOUND')
  if (e.code === 'E_AUTHORIZATION_FAILURE') return known(403, e.code)
  if (e.code === 'E_ROW_NOT_FOUND') return known(404, e.code)
  if (isUnreachable(error)) return known(503, 'E_DATABASE_UNREACHABLE')
  const status = e.status && e.status >= 400 && e.status < 600 ? e.status : 500
  return known(status, status >= 500 ? 'E_INTERNAL' : (e.code ?? 'E_HTTP'))
}

/**
 * Pages of which somebody without an account is refused are those that a secret link opens; and whoever is signed in may have
 * come by one that opens nothing any more.
 */
function lacksLink({ viewer, session }: HttpContext) {
  const came: number[] = session?.get('links', []) ?? []
  return !viewer?.user || came.length > viewer.links.length
}

export function isUnreachable(error: unknown) {
  const e = (error ?? {}) as { code?: string; name?: string; message?: string; syscall?: string }
  if (e.name === 'KnexTimeoutError' || /Connection terminated/.test(e.message ?? '')) return true
  // A socket that is not there; a file that is not there is another matter.
  return UNREACHABLE.has(e.code ?? '') || (e.code === 'ENOENT' && e.syscall === 'connect')
}
