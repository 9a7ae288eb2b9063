import { test } from '@japa/runner'
import { assertDiscreet, assertHardened } from '#tests/support/hygiene'

const HARD: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy': `default-src 'none';script-src 'self' 'nonce-abcdefghijklmnop';style-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'`,
}

test.group('What the tests take for a leak', () => {
  for (const body of [
    '<pre>TypeError: x is not a function</pre>',
    '<p>at Object.run (/work/main/app/x.ts:12:3)</p>',
    'select "id" from "users"',
    'insert into "users"',
    'relation "users" does not exist',
    '<li>undefined</li>',
    '<li>NaN min</li>',
    '<li>[object Object]</li>',
  ])
    test(`is ${body}`, ({ assert }) => {
      assert.throws(() => assertDiscreet(assert, body))
    })

  test('is not what people write', ({ assert }) => {
    assertDiscreet(assert, '<p class="toast--error" data-x="undefined">Une erreur est survenue : sélectionnez un stand.</p>')
  })
})

test.group('What the tests take for a weak answer', () => {
  const check = (change: Record<string, string | undefined>) => (name: string) => ({ ...HARD, ...change })[name]

  test('is not the one that has everything', ({ assert }) => {
    assertHardened(assert, check({}))
  })

  for (const [name, value] of Object.entries(HARD))
    test(`is one without ${name}`, ({ assert }) => {
      assert.throws(() => assertHardened(assert, check({ [name]: undefined })))
      assert.throws(() => assertHardened(assert, check({ [name]: `${value} 'unsafe-inline'` })))
    })

  test('is one that another origin may read', ({ assert }) => {
    assert.throws(() => assertHardened(assert, check({ 'access-control-allow-origin': '*' })))
  })
})
