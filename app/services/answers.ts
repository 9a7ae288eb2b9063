import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'

type Params = Record<string, string | number>

/** After something was done: a page that says so; a sentence alone for a program. */
export function done(ctx: HttpContext, sentence: string, params: Params, to: string) {
  const message = ctx.i18n.t(sentence, params)
  if (wantsJson(ctx)) return ctx.response.ok({ message })
  ctx.session.flash('toast', { kind: 'success', text: message })
  return goTo(ctx, to)
}

/** The same, back on the page that asked. @param fallback local path, for a request that does not say where it comes from */
export function doneBack(ctx: HttpContext, sentence: string, params: Params, fallback: string) {
  return done(ctx, sentence, params, returnPath(ctx) ?? fallback)
}

/**
 * See other: the browser asks for the page with GET, so that reloading it repeats nothing. A live page that is led elsewhere is told
 * where: what its script would fetch to find out would use up what the next page is to say.
 */
export function goTo(ctx: HttpContext, path: string) {
  if (isLedElsewhere(ctx, path)) return ctx.response.header('HX-Redirect', path).send('')
  ctx.response.redirect().status(303).toPath(path)
}

/** As resources/js/behaviors/actions.js sees it: another address, whatever part of it is shown. */
function isLedElsewhere({ request }: HttpContext, path: string) {
  const from = request.header('hx-current-url')
  if (request.method() === 'GET' || !request.header('hx-request') || !from || !URL.canParse(from)) return false
  const [here, there] = [new URL(from), new URL(path, appUrl)]
  return here.pathname + here.search !== there.pathname + there.search
}

export function wantsJson({ request }: HttpContext) {
  return request.accepts(['html', 'json']) === 'json'
}

/** The local page that a form names as its own, or that the browser says it comes from. */
export function returnPath({ request }: HttpContext) {
  return localPath(request.input('_back')) ?? localPath(request.header('referer')?.replace(new URL(appUrl).origin, ''))
}

/** The path itself when it stays on this site, otherwise undefined: nobody is sent elsewhere by a link of ours. */
export function localPath(value: unknown) {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined
  if ([...value].some((character) => character < ' ' || character === '\\')) return undefined
  const url = URL.canParse(value, appUrl) ? new URL(value, appUrl) : undefined
  // `/.//elsewhere.org` is local, and what it is a longer way of writing is not.
  if (url?.origin !== new URL(appUrl).origin || url.pathname.startsWith('//')) return undefined
  return url.pathname + url.search
}
