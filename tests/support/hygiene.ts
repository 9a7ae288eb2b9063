import type { Assert } from '@japa/assert'
import { textOf } from '#tests/support/html'

/** What only the machine says: traces of its stack, of its files, of its database. */
const MACHINE =
  /node_modules|\bat \S+ \(|\.[jt]s:\d+|[A-Z]\w*Error\b|[Ss]elect .+ from |[Ii]nsert into|violates|relation "|E_RUNTIME|[Kk]nex|[Ll]ucid|[Yy]ouch/

/** Nothing in an answer tells how the machine is made, nor shows a value that was not meant to be a text. */
export function assertDiscreet(assert: Assert, body: string, about = '') {
  const text = textOf(body)
  assert.notMatch(text, MACHINE, about)
  assert.notMatch(text, /\b(undefined|NaN|null)\b|\[object /, about)
}

/** The headers that every answer has, page, error or asset. */
export function assertHardened(assert: Assert, of: (name: string) => string | null | undefined, about = '') {
  assert.equal(of('x-content-type-options'), 'nosniff', about)
  assert.match(of('referrer-policy') ?? '', /^(same-origin|no-referrer)$/, about)
  assert.equal(of('cross-origin-opener-policy'), 'same-origin', about)
  assert.equal(of('cross-origin-resource-policy'), 'same-origin', about)
  assert.equal(of('x-frame-options'), 'DENY', about)
  assert.isNotOk(of('access-control-allow-origin'), about)
  assert.isNotOk(of('x-powered-by'), about)
  assertStrict(assert, of('content-security-policy') ?? '', about)
}

function assertStrict(assert: Assert, policy: string, about: string) {
  const directives = Object.fromEntries(policy.split(';').map((one) => [one.trim().split(' ')[0], one.trim().split(' ').slice(1)]))
  assert.notMatch(policy, /unsafe-|data:|blob:|\*|https?:|ws:/, about)
  assert.deepEqual(directives['default-src'], [`'none'`], about)
  assert.deepEqual(directives['frame-ancestors'], [`'none'`], about)
  assert.deepEqual(directives['base-uri'], [`'none'`], about)
  assert.deepEqual(directives['form-action'], [`'self'`], about)
  assert.deepEqual(directives['style-src'], [`'self'`], about)
  const [self, nonce, ...more] = directives['script-src']
  assert.equal(self, `'self'`, about)
  assert.match(nonce ?? `'nonce-none-here-as-it-is-an-asset'`, /^'nonce-[\w-]{16,}'$/, about)
  assert.lengthOf(more, 0, about)
}
