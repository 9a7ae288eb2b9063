import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'
import { isHttps } from '#config/app'

// Vite's development server sends styles through scripts and talks over a web socket of its own port.
const dev = app.inDev ? ['ws:', 'http:'] : []

export default defineConfig({
  csp: {
    enabled: true,
    directives: {
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
    },
    reportOnly: false,
  },
  csrf: { enabled: true, exceptRoutes: [], enableXsrfCookie: false, methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: isHttps, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
