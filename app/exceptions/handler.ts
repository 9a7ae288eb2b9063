import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { Refusal } from '#exceptions/refusal'
import { goTo, returnPath, wantsJson } from '#services/answers'
import { speak } from '#services/speech'

/** What the database or its driver says when it cannot be reached. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08001'])

/** Statuses with a page of their own; the others show the nearest. */
const PAGES = new Set([400, 403, 404, 413, 419, 421, 422, 429, 500, 503])

interface Problem {
  status: number
  code: string
  message: string
  errors?: { field: string; message: string }[]
}

/**
 * Every error becomes one answer: a sentence for a program, a page with a way out for a person, or, when a form was
 * sent, that form again with what was typed.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = app.inDev
  protected override ignoreStatuses = [400, 401, 403, 404, 409, 413, 419, 421, 422, 429]

  override async handle(error: unknown, ctx: HttpContext) {
    if (!ctx.i18n) speak(ctx)
    const problem = describe(error, ctx)
    ctx.response.header('X-Request-Id', ctx.request.id() ?? '')
    if (error instanceof Refusal && error.options.retryAfter) ctx.response.header('Retry-After', String(error.options.retryAfter))
    if (wantsJson(ctx)) return ctx.response.status(problem.status).send(problem)
    if (problem.status === 401) return this.#signIn(ctx)
    if (this.#formReturns(ctx, problem)) return
    if (problem.status >= 500 && this.isDebuggingEnabled(ctx)) return super.handle(error, ctx)
    return this.#page(ctx, problem)
  }

  override async report(error: unknown, ctx: HttpContext) {
    if (isUnreachable(error)) return ctx.logger.warn({ err: error }, 'the database does not answer')
    return super.report(error, ctx)
  }

  /** Signing in leads back; a part that refetches itself makes its page do so. */
  #signIn(ctx: HttpContext) {
    const { request, response } = ctx
    if (request.header('hx-request') || isStream(ctx)) return response.status(401).header('HX-Refresh', 'true').send('')
    const next = request.method() === 'GET' ? request.url(true) : returnPath(ctx)
    return goTo(ctx, `/compte/sign-ins/create${next ? `?next=${encodeURIComponent(next)}` : ''}`)
  }

  /** An expected no to a form: its page again, what was typed kept, the sentence at the top and beside its field. */
  #formReturns(ctx: HttpContext, problem: Problem) {
    if (ctx.request.method() === 'GET' || ![409, 422, 429].includes(problem.status)) return false
    const back = returnPath(ctx)
    if (!back || !ctx.session?.initiated) return false
    ctx.session.flashExcept(['_csrf', '_method', '_back', 'password', 'passwordConfirmation'])
    if (problem.errors) ctx.session.flash('errors', problem.errors)
    else ctx.session.flash('toast', { kind: 'error', text: problem.message })
    goTo(ctx, back)
    return true
  }

  async #page(ctx: HttpContext, problem: Problem) {
    const { view, response, request } = ctx
    const name = PAGES.has(problem.status) ? problem.status : problem.status >= 500 ? 500 : 400
    // The form or link was one of htmx's: the whole page becomes the error page.
    if (request.header('hx-request'))
      response.header('HX-Retarget', 'body').header('HX-Reswap', 'innerHTML').header('HX-Reselect', 'body > *')
    const html = await view.render('pages/errors/show', { problem: { ...problem, name }, requestId: request.id() })
    return response.status(problem.status).type('html').send(html)
  }
}

function describe(error: unknown, ctx: HttpContext): Problem {
  const { i18n } = ctx
  const e = error as { status?: number; code?: string; messages?: { field: string; message: string }[] }
  const known = (status: number, code: string) => ({ status, code, message: i18n.t(`errors.${PAGES.has(status) ? status : 400}.text`) })

  if (error instanceof Refusal) {
    const message = i18n.t(error.sentence, error.params)
    const { field } = error.options
    return { status: error.status, code: error.sentence, message, ...(field && { errors: [{ field, message }] }) }
  }
  if (e.code === 'E_VALIDATION_ERROR') return { ...known(422, e.code), errors: e.messages }
  if (e.code === 'E_BAD_CSRF_TOKEN') return known(419, e.code)
  if (e.code === 'E_UNAUTHORIZED_ACCESS') return { status: 401, code: e.code, message: i18n.t('errors.401.text') }
  if (e.code === 'E_AUTHORIZATION_FAILURE') return known(403, e.code)
  if (e.code === 'E_ROW_NOT_FOUND') return known(404, e.code)
  if (isUnreachable(error)) return known(503, 'E_DATABASE_UNREACHABLE')
  const status = e.status && e.status >= 400 && e.status < 600 ? e.status : 500
  return known(status, status >= 500 ? 'E_INTERNAL' : (e.code ?? 'E_HTTP'))
}

function isUnreachable(error: unknown) {
  const e = error as { code?: string; name?: string; message?: string }
  return UNREACHABLE.has(e.code ?? '') || e.name === 'KnexTimeoutError' || /Connection terminated/.test(e.message ?? '')
}

function isStream({ request }: HttpContext) {
  return request.url() === '/live'
}
