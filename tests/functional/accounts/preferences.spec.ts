import { test } from '@japa/runner'
import { Agent, person } from '#tests/support/agent'
import { toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const langOf = (body: string) => /<html lang="(\w+)"/.exec(body)![1]
const themeOf = (body: string) => /<html[^>]* data-theme="(\w+)"/.exec(body)?.[1] ?? null

async function page(browser: Agent, headers: Record<string, string> = {}) {
  const { body } = await browser.get('/salon', { headers })
  return { lang: langOf(body), theme: themeOf(body), body }
}

test.group('The language', () => {
  test('is that of the browser, else French', async ({ assert }) => {
    for (const [accepted, lang] of [
      ['', 'fr'],
      ['en-GB,en;q=0.8', 'en'],
      ['fr-CA', 'fr'],
      ['de,en;q=0.5', 'en'],
      ['de', 'fr'],
      ['*', 'fr'],
      ['!!', 'fr'],
    ])
      assert.equal((await page(await Agent.visitor(), { 'accept-language': accepted })).lang, lang, accepted)
  })

  test('that a visitor chooses is kept in the browser, for a year', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const { headers } = await visitor.put('/compte/preferences', { locale: 'en' })
    assert.match(
      headers.getSetCookie().find((cookie) => cookie.startsWith('lang='))!,
      /^lang=en; Max-Age=31536000;/
    )
    const { lang, body } = await page(visitor, { 'accept-language': 'fr' })
    assert.equal(lang, 'en')
    assert.include(body, 'Job fairs')
    assert.include(body, '<button type="submit" name="locale" value="en" lang="en" aria-pressed="true">')
  })

  test('that Alice chooses follows her to another browser', async ({ assert }) => {
    await (await Agent.as('alice')).put('/compte/preferences', { locale: 'en' })
    assert.equal((await person('alice')).locale, 'en')
    assert.equal((await page(await Agent.as('alice'), { 'accept-language': 'fr' })).lang, 'en')
    assert.equal((await page(await Agent.as('bob'))).lang, 'fr')
  })

  test('of the person wins over that of the browser she borrowed', async ({ assert }) => {
    await (await person('alice')).merge({ locale: 'en' }).save()
    const alice = await Agent.as('alice')
    alice.cookies.set('lang', 'fr')
    assert.equal((await page(alice)).lang, 'en')
  })

  test('of a cookie that somebody wrote by hand is ignored', async ({ assert }) => {
    for (const value of ['xx', '%E0%A4%A', '"><script>', '__proto__', 's:en.x', 'EN']) {
      const visitor = await Agent.visitor()
      visitor.cookies.set('lang', value)
      visitor.cookies.set('theme', value)
      const { lang, theme, body } = await page(visitor)
      assert.equal(lang, 'fr', value)
      assert.isNull(theme)
      assert.notInclude(body, '"><script>')
    }
  })

  test('is that of the sentences after an action, too', async ({ assert }) => {
    await (await person('alice')).merge({ locale: 'en' }).save()
    const alice = await Agent.as('alice')
    const { body } = await alice.post('/salon/forum/attendees', {}, { json: true })
    assert.include(JSON.parse(body).message, 'Forum de l’emploi')
    assert.notInclude(body, 'Vous')
    await alice.delete('/compte/sign-ins/current')
    assert.equal(toastOf((await alice.get('/', { headers: { 'accept-language': 'fr' } })).body), 'You are signed out.')
  })
})

test.group('The theme', () => {
  test('is the system’s until somebody chooses', async ({ assert }) => {
    const visitor = await Agent.visitor()
    assert.isNull((await page(visitor)).theme)
    await visitor.put('/compte/preferences', { theme: 'dark' })
    assert.equal((await page(visitor)).theme, 'dark')
    await visitor.put('/compte/preferences', { theme: 'system' })
    assert.isNull((await page(visitor)).theme)
  })

  test('that Alice chooses follows her, until she gives it up', async ({ assert }) => {
    await (await Agent.as('alice')).put('/compte/preferences', { theme: 'dark' })
    assert.equal((await page(await Agent.as('alice'))).theme, 'dark')
    await (await Agent.as('alice')).put('/compte/preferences', { theme: 'system' })
    assert.isNull((await person('alice')).theme)
  })
})

test.group('A choice that is not offered', () => {
  test('is refused with a sentence, and nothing is kept', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    for (const form of [{ locale: 'de' }, { theme: 'pink' }, { locale: 'en', theme: 'pink' }, { locale: '../fr' }]) {
      assert.equal((await alice.put('/compte/preferences', { ...form, _back: '/salon' })).location, '/salon')
      const { body, lang } = await page(alice)
      assert.equal(lang, 'fr')
      assert.equal(toastOf(body), 'Certaines réponses ne conviennent pas. Revenez en arrière et corrigez-les.')
    }
    assert.deepEqual(await everyRow(), before)
    assert.isFalse(alice.cookies.has('lang'))
  })

  test('and none at all changes nothing', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    assert.equal((await alice.put('/compte/preferences')).status, 303)
    assert.deepEqual(await everyRow(), before)
  })
})
