import { globSync } from 'node:fs'
import { test } from '@japa/runner'
import { samples } from '#config/letters'
import { render } from '#services/letters'
import { LANGS } from '#tests/support/lang'
import { assertDiscreet } from '#tests/support/hygiene'

const templates = globSync('resources/views/emails/*/*.edge').map((file) => file.split(/[/.]/).slice(3, 5).join('/'))

test.group('Every letter', () => {
  test('has its sample, and no sample is for another', ({ assert }) => {
    assert.sameMembers(Object.keys(samples), templates)
  })

  for (const locale of LANGS)
    for (const [template, sample] of Object.entries(samples))
      test(`${template} is written in ${locale}, alone and as text`, async ({ assert }) => {
        const { subject, html, text } = await render({ template, locale, ...sample })
        assert.include(html, `<html lang="${locale}">`)
        for (const said of [subject, html, text]) {
          assertDiscreet(assert, said)
          assert.notMatch(said, /translation missing|\bemails\.\w+|\{\w+\}/)
        }
        assert.notMatch(html, /<(img|script|link|iframe|form|object)\b|url\(|@import/, 'nothing is fetched, nothing runs')
        assert.notMatch(html, /href="(?!https?:)/, 'a link that leaves the building is absolute')
        assert.include(html, '\n      @media (prefers-color-scheme: dark)')
        assert.notMatch(text, /<|&\w+;/)
      })
})

test.group('A letter', () => {
  const letter = { template: 'messaging/trial', locale: 'fr' } as const

  test('shows what somebody typed as it was typed', async ({ assert }) => {
    const { html, text } = await render({ ...letter, params: { name: `<b>L’“été” & 'co'</b>` } })
    assert.include(text, `Bonjour <b>L’“été” & 'co'</b>,`)
    assert.include(html, '&lt;b&gt;')
  })

  test('leads somewhere by its button, in HTML and in text', async ({ assert }) => {
    const { html, text, link } = await render(letter)
    assert.equal(link, `${process.env.APP_URL}/`)
    assert.include(html, `href="${link}"`)
    assert.include(text, `Ouvrir l’application\n${link}`)
  })

  test('can be stopped only when it is given the way', async ({ assert }) => {
    const without = await render(letter)
    assert.isNull(without.unsubscribe)
    assert.notInclude(without.text, 'Ne plus recevoir')
    const { unsubscribe, text } = await render({ ...letter, secrets: { unsubscribe: '/messages/unsubscriptions/abc' } })
    assert.equal(unsubscribe, `${process.env.APP_URL}/messages/unsubscriptions/abc`)
    assert.include(text, `Ne plus recevoir ces messages\n${unsubscribe}`)
  })
})
