import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aStation, atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import PosteSession from '#models/postes/poste_session'
import { rereadStations } from '#services/stations'
import { listening, stationOf, withBrowser } from '#tests/support/pages'

async function aScreen(minutes = 30) {
  const site = await aSite()
  const poste = await aPoste(site)
  const { station, token } = await aStation(poste)
  await rereadStations()
  return { site, poste, station, minutes, page: await stationOf(token) }
}

const time = (page: Page) => page.locator('[data-countdown]')
const screen = (page: Page, name: string) => page.locator(`[data-station][data-screen="${name}"]`).waitFor()

/** Only the time moves, as if so much of it had passed. */
async function leave(session: PosteSession, seconds: number) {
  const { rows } = await db.rawQuery('select extract(epoch from ends_at - now())::float8 - ? as passed from poste_sessions where id = ?', [
    seconds,
    session.id,
  ])
  const back = `interval '1 second' * ${Number(rows[0].passed)}`
  await db.rawQuery(
    `update poste_sessions set ends_at = ends_at - ${back}, started_at = started_at - ${back}, lease = lease + 1 where id = ?`,
    [session.id]
  )
  await db.rawQuery(`update poste_runs set started_at = started_at - ${back} where poste_session_id = ? and ended_at is null`, [session.id])
  await db.rawQuery('select pg_notify(?, ?)', ['tremplin_live', JSON.stringify({ channels: [`postes/${session.posteId}`] })])
}

test.group('The screen of a public computer', (group) => {
  withBrowser(group)

  test('lives through a whole session, with the keyboard alone', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    const session = await issued(site, poste, 30)
    await page.goto('/station')
    await listening(page)
    await page.keyboard.type(session.code!.toLowerCase())
    await page.keyboard.press('Enter')
    await screen(page, 'session')
    await page.waitForFunction(() => /^(30:00|29:\d\d)$/.test(document.querySelector('[data-countdown]')!.textContent!))

    // Added time is there at once.
    await listening(page)
    const before = Date.now()
    await session.addTime(15, atDesk())
    await page.waitForFunction(() => /^4[45]:\d\d$/.test(document.querySelector('[data-countdown]')!.textContent!))
    assert.isBelow(Date.now() - before, 1000)

    await poste.say('desk', 'Le bus part dans dix minutes.', atDesk())
    await page.getByText('Le bus part dans dix minutes.').waitFor()
    await session.suspend(atDesk())
    await screen(page, 'suspended')
    await session.resume(atDesk())
    await screen(page, 'session')

    await page.getByText('Demander du temps').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Vous avez demandé 15 minutes de plus').waitFor()
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

  test('PPM-B13: goes on without the server, ends on time without it, and tells the truth when it is back', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    const session = await running(site, poste, 30)
    await page.goto('/station')
    await listening(page)
    await page.waitForFunction(() => navigator.serviceWorker.ready)
    // Once more through its worker, which then has the page.
    await page.reload()
    await listening(page)
    await leave(session, 4)
    await page.waitForFunction(() => /^0:0\d$/.test(document.querySelector('[data-countdown]')!.textContent!))
    await page.context().setOffline(true)
    const end = (await session.refresh()).endsAt!.toMillis()
    await screen(page, 'over')
    assert.closeTo(Date.now(), end, 2000)

    // Started again without the server: nobody types a code, and nobody gets time that was not signed.
    await page.reload()
    await page.locator('[data-station][data-lost="true"]').waitFor()
    assert.isFalse(await page.getByLabel('Code d’accès').isVisible())
    await page.getByText('L’accueil ne répond pas').waitFor()
    await meetDeadlines(atDesk())
    await page.context().setOffline(false)
    await page.reload()
    await page.locator('[data-station]:not([data-lost])').waitFor()
  })

  test('started again without the server in the middle of a session, counts on from what was signed', async ({ assert }) => {
    const { site, poste, page } = await aScreen()
    await running(site, poste, 30)
    await page.goto('/station')
    await page.waitForFunction(() => navigator.serviceWorker.ready)
    await page.reload()
    await listening(page)
    await page.context().setOffline(true)
    await page.reload()
    await page.locator('[data-station][data-lost="true"][data-screen="session"]').waitFor()
    assert.match(await time(page).innerText(), /^(30:00|29:\d\d)$/)
    // A lease that somebody wrote is none: what was signed still holds.
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('tremplin-station-lease')!)
      const [payload, signature] = kept.signed.split('.')
      const longer = btoa(JSON.stringify({ ...JSON.parse(atob(payload)), endsAt: Date.now() + 36e5 * 9 }))
      localStorage.setItem('tremplin-station-lease', JSON.stringify({ ...kept, signed: `${longer}.${signature}` }))
    })
    await page.reload()
    await page.locator('[data-station][data-lost="true"][data-screen="session"]').waitFor()
    assert.match(await time(page).innerText(), /^(30:00|29:\d\d)$/)
    await page.context().setOffline(false)
  })

  test('a power failure keeps what was left: the same code goes on', async ({ assert }) => {
    const { site, poste, page, station } = await aScreen()
    const session = await issued(site, poste, 30)
    const code = session.code!
    await page.goto('/station')
    await page.getByLabel('Code d’accès').fill(code)
    await page.keyboard.press('Enter')
    await screen(page, 'session')
    await page.waitForFunction(() => localStorage.getItem('tremplin-station-lease'))
    // Dark for ten minutes: the last word of the page and of the station are that old.
    await page.goto('about:blank')
    const ago = DateTime.utc().minus({ minutes: 10 })
    await db.rawQuery(
      `update poste_sessions set started_at = started_at - interval '20 min', ends_at = ends_at - interval '20 min' where id = ?`,
      [session.id]
    )
    await db.rawQuery(`update poste_runs set started_at = started_at - interval '20 min' where poste_session_id = ?`, [session.id])
    await db.from('stations').where('id', station.id).update({ seen_at: ago.toJSDate() })
    await page.goto('/station?again')
    await page.evaluate((at) => {
      localStorage.setItem('tremplin-station-clock', JSON.stringify({ server: at, wall: at }))
    }, ago.toMillis())
    await page.reload()
    await screen(page, 'locked')
    await page.getByLabel('Code d’accès').fill(code)
    await page.keyboard.press('Enter')
    await screen(page, 'session')
    assert.match(await time(page).innerText(), /^(20:0\d|19:\d\d)$/)
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
