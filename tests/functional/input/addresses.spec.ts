import { test } from '@japa/runner'
import { type Role, TABLE } from '#tests/support/access'
import { addressOf } from '#tests/support/cast'
import { assertDiscreet } from '#tests/support/hygiene'
import { withWorld } from '#tests/support/shared'
import { wire } from '#tests/support/wire'

/** Ends of an address that mean nothing: the page is shown as if they were not there. */
const IGNORED = [
  'q[]=a&q[]=b',
  'q[a]=b&page[a]=2&show[]=mine&when[]=past&open[]=1&all[]=1',
  'page=0&page=2',
  'page=-1',
  'page=1.5',
  'page=999999',
  'page=99999999999999999999',
  'page=NaN&show=nothing&when=never&open=a,b,c&all=yes&sort=nothing&state=x',
  `open=${'1,'.repeat(200)}`,
  'open=-1,0,99999999999999999,1e3',
  `q=${'x'.repeat(5000)}`,
  `q=${encodeURIComponent("%_\\' or 1=1; --")}`,
  `q=${encodeURIComponent('é'.repeat(300))}`,
  'q=%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80',
  'q=%EF%BF%BD',
  '__proto__[x]=1&constructor[prototype][y]=2&toString=1&hasOwnProperty=1',
  'a[b][c][d][e][f]=1',
  '&&&=&=&',
  `${'a=b&'.repeat(1000)}`,
  '_method=PUT&_csrf=x&_back=//evil.example',
]

/** Ends that cannot be read. */
const UNREADABLE = ['q=%', 'q=%zz', 'q=%E0%A4%A', 'q=%C0%80', 'q=%ED%A0%80', 'q=%00', '%00=1', '%FF']

const pages = TABLE.filter(({ method, route, answers }) => method === 'GET' && route !== 'live' && answers.page)

test.group('The end of an address', (group) => {
  const shared = withWorld(group)

  for (const line of pages)
    test(`${line.pattern} makes no sense of what makes none`, async ({ assert }) => {
      const role: Role = line.answers.page!.includes('attendee') ? 'attendee' : line.answers.page![0]
      const browser = shared.browser(role)
      const address = addressOf(line, shared.world())
      for (const end of IGNORED) {
        const { status, body } = await browser.get(`${address}?${end}`)
        assert.equal(status, 200, end.slice(0, 60))
        assertDiscreet(assert, body.replaceAll('NaN', ''), end.slice(0, 60))
      }
      for (const end of UNREADABLE) {
        const { status, body } = await browser.get(`${address}?${end}`)
        assert.equal(status, 400, end)
        assert.include(body, 'Demande illisible')
      }
    })
})

test.group('An address', () => {
  test('that cannot be read has a page that says so', async ({ assert }) => {
    const unreadable = [
      '/%',
      '/%zz',
      '/salon/%E0%A4%A',
      '/salon/%C0%80',
      '/salon/%ED%A0%80',
      '/salon/%00',
      '//evil.example',
      '//',
      '/salon/../salon',
    ]
    for (const path of [...unreadable, '/salon/%2e%2e/x', '/./salon']) {
      const { status, body, headers } = await wire('GET', path)
      assert.equal(status, 400, path)
      assert.match(String(headers['content-type']), /^text\/html/)
      assert.include(body, 'Demande illisible')
      assert.notInclude(body, 'evil.example"')
    }
  })

  test('that nobody has given is absent', async ({ assert }) => {
    const absent = [
      '/nulle-part',
      '/salon/forum/nulle-part',
      '/SALON',
      '/salon//forum',
      '*',
      'http://evil.example/',
      '/é'.replace('é', '%C3%A9'),
      '/.well-known/x',
    ]
    for (const path of absent) {
      const { status, body } = await wire('GET', path)
      assert.equal(status, 404, path)
      assert.include(body, 'Page introuvable')
    }
  })

  test('of 15 kB is read, and one of 20 kB refused before it is', async ({ assert }) => {
    assert.equal((await wire('GET', `/salon?q=${'x'.repeat(15_000)}`)).status, 200)
    assert.equal((await wire('GET', `/salon?q=${'x'.repeat(20_000)}`)).status, 431)
  })
})
