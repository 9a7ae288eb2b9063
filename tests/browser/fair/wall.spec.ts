import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { listening, wallOf, withBrowser } from '#tests/support/pages'

/** What the browser would say aloud. */
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said)
const bell = ['note', 'note', 'note', 'note']

test.group('The screen in the hall', (group) => {
  withBrowser(group)

  test('shows a call and says it once, and again when it rings again', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair, { name: 'Acme', place: 'Allée B' }), await aStand(fair, { name: 'Globex' })]
    await fair.regenerateWallLink(byNobody())
    await globex.join(await anAttendee(fair, 'Zoé'), byNobody())
    const screen = await wallOf(fair)
    await screen.addInitScript(() => {
      const heard: string[] = []
      Object.assign(window, { said: heard })
      // The bell before the words is four notes.
      Object.assign(OscillatorNode.prototype, { start: () => void heard.push('note'), stop: () => {} })
      speechSynthesis.speak = ({ text, lang }) => void heard.push(`${lang}: ${text}`)
    })
    await screen.goto(`/salon/${fair.slug}/wall`)
    await listening(screen)
    await screen.getByText('Zoé M.').waitFor()
    await screen.getByRole('button', { name: 'Annoncer à voix haute' }).click()
    assert.deepEqual(await said(screen), ['fr: Les appels seront annoncés.'])

    await acme.join(await anAttendee(fair, 'Alice'), byNobody(DateTime.utc().minus({ minutes: 1 })))
    await screen.locator('.wall__call--fresh', { hasText: 'Alice M.' }).waitFor()
    const call = 'fr: On appelle Alice M, au stand Acme, Allée B.'
    assert.deepEqual((await said(screen)).slice(1), [...bell, call])
    assert.equal(await screen.locator('.wall__call').count(), 2)

    await globex.pause(byNobody())
    await screen.getByText('Zoé M.').waitFor({ state: 'detached' })
    assert.lengthOf(await said(screen), 6)

    // A long time at this speed: what is lost meanwhile is caught up.
    await screen.context().setOffline(true)
    await screen.getByText('Connexion').waitFor()
    await acme.callAgain(await acme.related('entries').query().firstOrFail(), byNobody())
    await screen.context().setOffline(false)
    await screen.getByText('Connexion rétablie').waitFor()
    await screen.waitForFunction(() => (window as unknown as { said: string[] }).said.length === 11)
    assert.equal((await said(screen))[10], call)
  })
})
