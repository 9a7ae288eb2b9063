import { test } from '@japa/runner'
import fc from 'fast-check'
import { appUrl } from '#config/app'
import { localPath } from '#services/answers'
import { ELSEWHERE } from '#tests/support/elsewhere'

/** What a browser makes of a redirect that our page answers. */
function leadsTo(location: string) {
  return new URL(location, `${appUrl}/compte/sign-ins`)
}

test.group('A path that somebody asks to be led to', () => {
  test('is kept when it is one of ours', ({ assert }) => {
    for (const path of ['/', '/salon', '/salon/forum?show=open&q=a%20b', '/salon/forum/stands/12/dashboard?page=2', '/é'])
      assert.equal(localPath(path), encodeURI(decodeURI(path)))
    assert.equal(localPath('/salon/../compte'), '/compte')
    assert.equal(localPath('/salon#stands'), '/salon')
  })

  test('is nothing when it leads elsewhere', ({ assert }) => {
    for (const path of ELSEWHERE) assert.isUndefined(localPath(path), JSON.stringify(path))
    for (const value of [undefined, null, 12, true, ['/salon'], { path: '/salon' }]) assert.isUndefined(localPath(value))
  })

  test('never leaves the site, whatever it is', ({ assert }) => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '%2e',
      '%2f',
      '%5c',
      '\t',
      '\n',
      ' ',
      ':',
      '@',
      'evil.example',
      'http:',
      '?',
      '#',
      'é',
      '\0'
    )
    const address = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''))
    )
    fc.assert(
      fc.property(address, (tail) => {
        for (const value of [tail, `/${tail}`]) {
          const path = localPath(value)
          if (path !== undefined) assert.equal(leadsTo(path).origin, new URL(appUrl).origin, value)
        }
      }),
      { numRuns: 2000 }
    )
  })
})
