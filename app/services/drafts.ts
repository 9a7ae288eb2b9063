import type { HttpContext } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import SignIn from '#models/accounts/sign_in'
import { isForeign } from '#services/origins'

/** What was typed in a form that nobody was signed in to send. */
interface Draft {
  /** the page of the form */
  path: string
  fields: Record<string, string>
  /** whose it is, when the session still said so */
  userId: number | null
}

const KEPT = '30 mins'

/** More than all the fields of any form take (characters). */
const LONGEST = 60_000

/** Names that the pages give to what the application itself says after a redirect, and what is nobody's to read again. */
const NOT_TYPED = new Set(['errors', 'toast', 'notice', '_csrf', '_back', 'next', 'refused'])
const SECRET = /password|token|secret/i

/** The texts of a form; lists and objects are what only a program sends, and no field could show them. */
export function typed(body: Record<string, unknown>): Record<string, string> {
  let left = LONGEST
  const texts = Object.entries(body).filter((entry): entry is [string, string] => {
    const [name, text] = entry
    if (typeof text !== 'string' || NOT_TYPED.has(name) || SECRET.test(name) || text.length > left) return false
    left -= text.length
    return true
  })
  return Object.fromEntries(texts)
}

/** Keeps what was typed, encrypted and for half an hour, in the session that the browser has now. */
export async function keepDraft(ctx: HttpContext, path: string) {
  const { session, request } = ctx
  if (!session?.initiated || session.readonly || isForeign(request)) return
  const fields = typed(request.body())
  if (Object.keys(fields).length === 0) return
  const signIn = session.get('auth_web')
  const userId = signIn ? ((await SignIn.find(signIn))?.userId ?? null) : null
  session.put('draft', encryption.encrypt({ path, fields, userId } satisfies Draft, KEPT, 'draft'))
}

export function hasDraft({ session }: HttpContext) {
  return draftOf(session.get('draft')) !== null
}

/**
 * Gives a draft back to whoever has just signed in: the page of its form shows it. It is nobody else's, and not for
 * somebody who was going elsewhere.
 * @returns the page of the form
 */
export function resumeDraft(ctx: HttpContext, next: string | undefined) {
  const draft = draftOf(ctx.session.pull('draft'))
  if (!draft || (draft.userId !== null && draft.userId !== ctx.viewer.user!.id) || (next && next !== draft.path)) return undefined
  giveBack(ctx, draft.fields, 'accounts.drafts.resumed')
  return draft.path
}

/** The next page of this browser shows these values in its form, and why. @param sentence of the lang files */
export function giveBack({ session, i18n }: HttpContext, fields: Record<string, string>, sentence: string) {
  session.flash(fields)
  session.flash('notice', i18n.t(sentence))
}

function draftOf(sealed: unknown) {
  return typeof sealed === 'string' ? encryption.decrypt<Draft>(sealed, 'draft') : null
}
