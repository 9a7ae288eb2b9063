import type { IncomingMessage, ServerResponse } from 'node:http'
import proxyAddr from 'proxy-addr'
import { defineConfig } from '@adonisjs/core/http'
import server from '@adonisjs/core/services/server'
import env from '#start/env'

export const appUrl = env.get('APP_URL')

/** Plain http on a local network must keep working, so it is the public address that decides, not the mode. */
export const isHttps = appUrl.startsWith('https://')

const loopback = ['localhost', '127.0.0.1', '[::1]']
const declared = [new URL(appUrl).hostname, ...(env.get('ALLOWED_HOSTS') ?? '').split(',').map((host) => host.trim())].filter(Boolean)

/** Host names under which the application answers; any other is refused (DNS rebinding, poisoned links). */
export const allowedHosts = new Set(declared.some((host) => loopback.includes(host)) ? [...declared, ...loopback] : declared)

const proxies = env.get('TRUST_PROXY')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,
  // The framework answers one bare word; our own guard reads no NUL either, and its refusal has a page.
  onBadUrl(request: IncomingMessage, response: ServerResponse) {
    request.url = '/%00'
    void server.handle(request, response)
  },
  // A comma in what somebody searches for is a comma, not the start of a list.
  qs: { parse: { depth: 2, parameterLimit: 200, allowSparse: false, arrayLimit: 100, comma: false } },
  trustProxy: proxies ? proxyAddr.compile(proxies.split(',').map((proxy) => proxy.trim())) : () => false,
  cookie: { domain: '', path: '/', maxAge: '2h', httpOnly: true, secure: isHttps, sameSite: 'lax' },
})
