import type { HttpRequest } from '@adonisjs/core/http'

/** What a station says of itself; what makes no sense is as if it had not been said. */
export function beatOf(request: HttpRequest) {
  const { version, offset, since, session, left } = request.body()
  return {
    version: typeof version === 'string' && /^[\w .-]{1,50}$/.test(version) ? version : null,
    offset: Number.isInteger(offset) && Math.abs(offset) < 2_000_000_000 ? (offset as number) : null,
    since: Number.isInteger(since) ? (since as number) : 0,
    session: Number.isInteger(session) && session > 0 && session < 1e15 ? (session as number) : null,
    left: Number.isInteger(left) && Math.abs(left) < 1e6 ? (left as number) : null,
  }
}
