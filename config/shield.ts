import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import string from '@adonisjs/core/helpers/string'
import { defineConfig } from '@adonisjs/shield'
import { isHttps } from '#config/app'

// Vite's development server sends styles through scripts and talks over a web socket of its own port.
const dev = app.inDev ? ['ws:', 'http:'] : []

const directives = {
  defaultSrc: [`'none'`],
  scriptSrc: [`'self'`, '@nonce', ...dev],
  styleSrc: app.inDev ? [`'self'`, `'unsafe-inline'`, ...dev] : [`'self'`],
  imgSrc: [`'self'`],
  fontSrc: [`'self'`, ...dev],
  connectSrc: [`'self'`, ...dev],
  manifestSrc: [`'self'`],
  baseUri: [`'none'`],
  formAction: [`'self'`],
  frameAncestors: [`'none'`],
}

/** The same policy for what has no nonce: error pages and assets. */
export const policy = Object.entries(directives)
  .map(([name, sources]) => `${string.dashCase(name)} ${sources.filter((source) => source !== '@nonce').join(' ')}`)
  .join(';')

/**
 * A station's page outlives its session by weeks: `StationMiddleware` asks instead whether its forms come from here. A program that
 * pairs itself has no session at all.
 */
const standsAlone = ({ request }: HttpContext) =>
  /^\/station\/(entries|extensions|messages|session)(\/|$)/.test(request.url()) ||
  (request.url() === '/station/pairing' && !request.header('cookie'))

export default defineConfig({
  csp: { enabled: true, directives, reportOnly: false },
  csrf: { enabled: true, exceptRoutes: standsAlone, enableXsrfCookie: false, methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: isHttps, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
