import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Exception } from '@adonisjs/core/exceptions'
import { allowedHosts } from '#config/app'

/** Before anything else, on assets too: only under our own names, only with a readable address, and the fixed headers. */
export default class GuardMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cross-Origin-Opener-Policy', 'same-origin')
    response.header('Cross-Origin-Resource-Policy', 'same-origin')
    response.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')

    if (!isDecodable(request.url())) throw new Exception('The address is not readable', { status: 400, code: 'E_BAD_URL' })
    // Whoever watches the machine asks by its address.
    if (!allowedHosts.has(request.hostname() ?? '') && !request.url().startsWith('/health/'))
      throw new Exception('This host name is not served here', { status: 421, code: 'E_UNKNOWN_HOST' })
    return next()
  }
}

function isDecodable(path: string) {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
