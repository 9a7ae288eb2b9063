import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aStation, atDesk, issued } from '#database/factories/postes/sites'
import { recordBeats } from '#models/postes/presence'
import { listening, withBrowser } from '#tests/support/pages'
import { beatOf } from '#tests/support/poste_room'
import { aScreen, countdown, screen } from '#tests/support/station_screen'

test.group('A public computer without its server, or without power', (group) => {
  withBrowser(group)

  test('PPM-B13: started again without the server, counts on from what was signed, and no longer', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    const session = await issued(site, poste, 30)
    await page.clock.install()
    await page.goto('/station')
    await page.waitForFunction(() => navigator.serviceWorker.ready)
    await page.reload()
    await listening(page)
    // The page that is kept is that of a locked screen: what was signed since is not in it.
    await session.start(atDesk())
    await screen(page, 'session')
    await page.waitForFunction(() => localStorage.getItem('tremplin-station-lease'))
    await page.context().setOffline(true)
    await page.reload()
    await page.locator('[data-station][data-lost="true"][data-screen="session"]').waitFor()
    assert.match(await countdown(page).innerText(), /^(30:00|29:\d\d)$/)
    // Once it is over nobody types a code either: it could open nothing.
    await page.clock.fastForward('31:00')
    await screen(page, 'locked')
    await page.reload()
    await page.locator('[data-station][data-lost="true"][data-screen="locked"]').waitFor()
    assert.isFalse(await page.getByLabel('Code d’accès').isVisible())
    await page.getByText('L’accueil ne répond pas').waitFor()
    await page.context().setOffline(false)
    await page.locator('[data-station][data-screen="session"]:not([data-lost])').waitFor()
  })

  test('a power failure keeps what was left, and gives nothing that was not: the same code goes on', async ({ assert }) => {
    const { site, poste, page, station } = await aScreen()
    const { station: program } = await aStation(poste, 'agent')
    const session = await issued(site, poste, 30)
    const code = session.code!
    await page.goto('/station')
    await page.waitForFunction(() => navigator.serviceWorker.ready)
    await page.getByLabel('Code d’accès').fill(code)
    await page.keyboard.press('Enter')
    await screen(page, 'session')
    await page.waitForFunction(() => localStorage.getItem('tremplin-station-lease'))
    // All was dark for ten minutes: the last word of the page and of the station are that old.
    await page.context().setOffline(true)
    const ago = DateTime.utc().minus({ minutes: 10 })
    await db.rawQuery(
      `update poste_sessions set started_at = started_at - interval '20 min', ends_at = ends_at - interval '20 min' where id = ?`,
      [session.id]
    )
    await db.rawQuery(`update poste_runs set started_at = started_at - interval '20 min' where poste_session_id = ?`, [session.id])
    await db.from('stations').where('id', station.id).update({ seen_at: ago.toJSDate() })
    await page.addInitScript((at) => {
      if (!sessionStorage.getItem('woken')) localStorage.setItem('tremplin-station-clock', JSON.stringify({ server: at, wall: at }))
      sessionStorage.setItem('woken', 'yes')
    }, ago.toMillis())
    // Both are heard again before the page says that it was dark.
    await recordBeats([beatOf(station, atDesk()), beatOf(program, atDesk())], atDesk())
    // A lease that somebody wrote is none: what was signed still holds.
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('tremplin-station-lease')!)
      const [payload, signature] = kept.signed.split('.')
      const longer = btoa(JSON.stringify({ ...JSON.parse(atob(payload)), endsAt: Date.now() + 36e5 * 9 }))
      localStorage.setItem('tremplin-station-lease', JSON.stringify({ ...kept, signed: `${longer}.${signature}` }))
    })
    // It starts before the server does, and counts on until it can ask.
    await page.goto('/station')
    await page.locator('[data-station][data-lost="true"][data-screen="session"]').waitFor()
    assert.match(await countdown(page).innerText(), /^(30:00|29:\d\d)$/)
    await page.context().setOffline(false)
    await screen(page, 'locked')
    await page.getByLabel('Code d’accès').fill(code)
    await page.keyboard.press('Enter')
    await screen(page, 'session')
    assert.match(await countdown(page).innerText(), /^(20:0\d|19:\d\d)$/)
  })
})
