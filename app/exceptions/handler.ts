import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { PAGES, type Problem, isUnreachable, problemOf } from '#exceptions/problem'
import { Refusal } from '#exceptions/refusal'
import { goTo, returnPath, wantsJson } from '#services/answers'
import { giveBack, keepDraft, typed } from '#services/drafts'
import { hasLeft } from '#services/entering'
import { isForeign } from '#services/origins'
import { speak } from '#services/speech'

/** How long the database usually takes to come back (seconds). */
const RESTART = 5

/**
 * Every error becomes one answer: a sentence for a program, a page with a way out for a person, or, when a form was
 * sent, that form again with what was typed.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = app.inDev
  protected override ignoreStatuses = [400, 401, 403, 404, 409, 413, 415, 419, 421, 422, 429]

  override async handle(error: unknown, ctx: HttpContext) {
    if (!ctx.i18n) speak(ctx)
    const problem = problemOf(error, ctx)
    ctx.response.header('Cache-Control', 'no-store')
    const wait = error instanceof Refusal ? error.options.retryAfter : problem.status === 503 ? RESTART : undefined
    if (wait) ctx.response.header('Retry-After', String(wait))
    if (wantsJson(ctx)) return ctx.response.status(problem.status).send({ ...problem, requestId: ctx.request.id() })
    if (problem.status === 401 || (problem.status === 419 && needsSignIn(ctx))) return this.#signIn(ctx)
    if (this.#formReturns(ctx, problem)) return
    if (problem.status >= 500 && this.isDebuggingEnabled(ctx)) return super.handle(error, ctx)
    return this.#page(ctx, problem)
  }

  override async report(error: unknown, ctx: HttpContext) {
    if (isUnreachable(error)) return ctx.logger.warn({ err: error }, 'the database does not answer')
    return super.report(error, ctx)
  }

  /** Signing in leads back, to a form with what was typed in it; a part that refetches itself makes its page do so. */
  async #signIn(ctx: HttpContext) {
    const { request, response } = ctx
    const form = request.method() === 'GET' ? undefined : returnPath(ctx)
    if (form) await keepDraft(ctx, form)
    if (request.header('hx-request') || isStream(ctx)) {
      if (!(await hasLeft(ctx))) response.header('X-Session', 'over')
      return response.status(401).header('HX-Refresh', 'true').send('')
    }
    const next = request.method() === 'GET' ? request.url(true) : form
    return goTo(ctx, `/compte/sign-ins/create${next ? `?next=${encodeURIComponent(next)}` : ''}`)
  }

  /**
   * An expected no to a form: its page again, what was typed kept, the sentence at the top and beside its field. So too when
   * only its token was too old; but nobody is shown in a form of ours what another site has written.
   */
  #formReturns(ctx: HttpContext, problem: Problem) {
    if (ctx.request.method() === 'GET' || ![409, 419, 422, 429].includes(problem.status)) return false
    const back = returnPath(ctx)
    if (!back || !ctx.session?.initiated || (problem.status === 419 && isForeign(ctx.request))) return false
    const fields = typed(ctx.request.body())
    ctx.session.flash(fields)
    ctx.session.flash('refused', ctx.request.url())
    if (problem.status === 419) giveBack(ctx, fields, 'errors.419.kept')
    else if (problem.errors) ctx.session.flash('errors', problem.errors)
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
    response.status(problem.status)
    try {
      // Where pages hold no form, the header and footer would have no token for theirs: they are those of a visitor.
      if (!request.csrfToken) view.share({ viewer: null })
      // The address of a form shows nothing to whoever only reloads it.
      const back = request.method() === 'GET' ? request.url(true) : returnPath(ctx)
      const html = await view.render('pages/errors/show', { problem: { ...problem, name, back }, requestId: request.id() })
      return response.type('html').send(html)
    } catch (broken) {
      ctx.logger.error({ err: broken }, 'the error page itself cannot be drawn')
      return response.type('text').send(problem.message)
    }
  }
}

/** Whether the session is what was lost, and with it the token of a form that only a signed-in person sends. */
function needsSignIn({ route, viewer }: HttpContext) {
  const named = new Set([...(route?.middleware.all() ?? [])].map((one) => ('name' in one ? one.name : undefined)))
  if (viewer === undefined || viewer.user) return false
  return named.has('auth') || (named.has('attending') && viewer.guests.length === 0)
}

function isStream({ request }: HttpContext) {
  return request.url() === '/live'
}
