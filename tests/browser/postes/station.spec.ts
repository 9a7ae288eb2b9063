import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import PosteSession from '#models/postes/poste_session'
import { listening, withBrowser } from '#tests/support/pages'
import { aScreen, leave, screen } from '#tests/support/station_screen'

test.group('The screen of a public computer', (group) => {
  withBrowser(group)

  test('gives the time back when the visitor says so, with the keyboard alone', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    const session = await running(site, poste, 30)
    await page.goto('/station')
    await screen(page, 'session')
    await page.getByRole('button', { name: 'Terminer ma session' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Terminer ma session' }).focus()
    await page.keyboard.press('Enter')
    await screen(page, 'over')
    assert.equal((await session.refresh()).reason, 'visitor')
  })

  test('warns once at each threshold, counts the last seconds, and ends by itself', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    const session = await running(site, poste, 30)
    await page.goto('/station')
    await listening(page)
    await leave(session, 62)
    await page.locator('[data-warning]:not([hidden])').waitFor()
    assert.match(await page.locator('[data-warning]').innerText(), /Il vous reste 1\smin/)
    await leave(session, 8)
    await page.locator('[data-last]:not([hidden])').waitFor()
    assert.match(await page.locator('[data-last]').innerText(), /^[5-8]$/)
    await leave(session, 1.5)
    await screen(page, 'over')
    await meetDeadlines(atDesk())
    assert.equal((await session.refresh()).reason, 'time')
  })

  test('asks whoever does nothing whether they are there, then gives the time back', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    const session = await running(site, poste, 60)
    await page.clock.install()
    await page.goto('/station')
    await listening(page)
    await screen(page, 'session')
    await page.clock.fastForward('05:01')
    await page.locator('dialog[data-idle][open]').waitFor()
    await page.keyboard.press('Enter')
    assert.isFalse(await page.locator('dialog[data-idle]').isVisible())
    await page.clock.fastForward('10:01')
    await screen(page, 'over')
    assert.equal((await session.refresh()).reason, 'idle')
  })

  test('a code typed wrong twelve times opens nothing, waits longer, and alerts the desk', async ({ assert }) => {
    const { site, poste, page, station } = await aScreen()
    await issued(site, poste, 30)
    await page.goto('/station')
    for (let times = 1; times <= 12; times++) {
      await page.getByLabel('Code d’accès').fill('ZZZZZZ')
      await page.keyboard.press('Enter')
      await page
        .getByText(times === 4 ? 'Trop de codes essayés. Attendez 2 secondes' : 'Ce code n’ouvre pas ce poste')
        .first()
        .waitFor()
      // What it would have waited has passed.
      if (times >= 4) await db.rawQuery(`update code_failures set at = at - interval '70 s' where station_id = ?`, [station.id])
      await page.goto('/station')
    }
    assert.lengthOf(await db.from('code_failures').where('station_id', station.id), 11)
    assert.isNotEmpty(await db.from('notifications').where('about', `failures:${station.id}`))
    await screen(page, 'locked')
    assert.isNull((await PosteSession.findByOrFail('poste_id', poste.id)).startedAt)
  })
})
