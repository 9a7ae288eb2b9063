import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Exception } from '@adonisjs/core/exceptions'
import { allowedHosts } from '#config/app'
import { policy } from '#config/shield'

/** The methods that a form may ask for beside its own POST, in its address. */
const SPOOFED = new Set(['PUT', 'DELETE'])

/** Before anything else, on assets too: only under our own names, only with a readable address, and the fixed headers. */
export default class GuardMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cross-Origin-Opener-Policy', 'same-origin')
    response.header('Cross-Origin-Resource-Policy', 'same-origin')
    response.header('X-Frame-Options', 'DENY')
    // On the raw response, where Shield replaces it by the one with the page's nonce.
    response.response.setHeader('Content-Security-Policy', policy)
    response.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')

    // The identifier of a proxy in front of us is kept; anything else would be copied into the audit and the pages.
    if (!/^[\w-]{8,64}$/.test(request.header('x-request-id') ?? '')) delete request.request.headers['x-request-id']

    if (!isReadable(request.url(true))) throw new Exception('The address is not readable', { status: 400, code: 'E_BAD_URL' })
    // Whoever watches the machine asks by its address.
    if (!allowedHosts.has(request.hostname()?.toLowerCase() ?? '') && !request.url().startsWith('/health/'))
      throw new Exception('This host name is not served here', { status: 421, code: 'E_UNKNOWN_HOST' })
    refuseOddMethod(request)
    return next()
  }
}

/** The framework takes whatever `_method` holds for the method of the request, whenever somebody asks for it. */
function refuseOddMethod(request: HttpRequest) {
  const { _method: spoofed, ...query } = request.qs()
  if (spoofed === undefined || (typeof spoofed === 'string' && SPOOFED.has(spoofed.toUpperCase()))) return
  request.updateQs(query)
  if (request.intended() === 'POST') throw new Exception('No form asks for this', { status: 400, code: 'E_BAD_METHOD' })
}

/**
 * Two slashes at its start would make a link to another site of whatever page repeats its own address; steps up are
 * taken by the browser, so what still holds some was not typed into one.
 */
function isReadable(address: string) {
  try {
    const text = decodeURIComponent(address)
    return !text.includes('\0') && !address.startsWith('//') && !/\/\.\.?(\/|$)/.test(text.split('?')[0])
  } catch {
    return false
  }
}
