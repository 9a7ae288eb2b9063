import type { HttpRequest } from '@adonisjs/core/http'
import { allowedHosts, appUrl } from '#config/app'

/** Whether a page of another site sends this. Browsers say it of every form and stream; a program says nothing. */
export function isForeign(request: HttpRequest) {
  const origin = request.header('origin')
  const isOurs = !origin || (URL.canParse(origin) && (origin === new URL(appUrl).origin || allowedHosts.has(new URL(origin).hostname)))
  return !isOurs || (request.header('sec-fetch-site') === 'cross-site' && request.intended() !== 'GET')
}

/** Whether a part that refetches itself is on a page that somebody looks at, or that is to ring (live.js). */
export function isWatched(request: HttpRequest) {
  return request.header('x-watched') === '1'
}
