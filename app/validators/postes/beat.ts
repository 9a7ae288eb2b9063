import type { HttpRequest } from '@adonisjs/core/http'

/** What a station says of itself, in the address: to read a body was a tenth of what a heartbeat cost. What makes no sense was not said. */
export function beatOf(request: HttpRequest) {
  const { version, offset, since, session, left } = request.qs() as Record<string, unknown>
  return {
    version: typeof version === 'string' && /^[\w .-]{1,50}$/.test(version) ? version : null,
    offset: whole(offset, 2e9),
    since: whole(since, 1e15) ?? 0,
    session: whole(session, 1e15, 1),
    left: whole(left, 1e6),
  }
}

function whole(said: unknown, below: number, from = -below) {
  const value = typeof said === 'string' && /^-?\d{1,16}$/.test(said) ? Number(said) : NaN
  return value >= from && value < below ? value : null
}
