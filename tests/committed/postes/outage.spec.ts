import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, aStation, issued } from '#database/factories/postes/sites'
import type Site from '#models/postes/site'
import { eventually } from '#tests/support/time'
import { OtherServer } from '#tests/support/other_server'
import { closeBrowser, listening, stationOf, withBrowser } from '#tests/support/pages'
import { countdown, leave, screen } from '#tests/support/station_screen'

/** How long the server is away (ms). */
const OUTAGE = 60_000

const seconds = (time: string) => time.split(':').reduce((total, part) => total * 60 + Number(part), 0)

/** A code that waits at a poste of that site, and the secret of its browser. */
async function aCode(site: Site, minutes: number) {
  const poste = await aPoste(site)
  const { token } = await aStation(poste)
  return { token, session: await issued(site, poste, minutes) }
}

/** The screen on which that code was typed. */
async function opened(server: OtherServer, { token, session }: Awaited<ReturnType<typeof aCode>>) {
  const page = await stationOf(token, { baseURL: server.url })
  await page.clock.install()
  await page.goto('/station')
  await page.getByLabel('Code d’accès').fill(session.code!)
  await page.keyboard.press('Enter')
  await screen(page, 'session')
  await listening(page)
  return { page, session }
}

test.group('A server that is stopped for a minute', (group) => {
  withBrowser(group)
  group.teardown(() => closeBrowser())

  test('PPM-B13: leaves the screens their time, and finds it right when it is back', async ({ assert, cleanup }) => {
    const server = await OtherServer.open()
    cleanup(() => server.stop())
    const site = await aSite()
    const codes = [await aCode(site, 30), await aCode(site, 1)]
    await server.start()
    const [long, short] = [await opened(server, codes[0]), await opened(server, codes[1])]
    await leave(short.session, 30)
    await short.page.waitForFunction(() => /^0:[23]/.test(document.querySelector('[data-countdown]')!.textContent!))
    await server.stop()
    for (const { page } of [long, short]) {
      await page.locator('[data-station][data-lost="true"][data-screen="session"]').waitFor()
      await page.getByText('L’accueil ne répond pas').waitFor()
    }

    // The short one ends within the outage, at its second, whoever knows it.
    const { endsAt } = await short.session.refresh()
    const left = endsAt!.toMillis() - Date.now()
    await short.page.clock.fastForward(left - 1500)
    assert.equal(await countdown(short.page).count(), 1)
    await screen(short.page, 'over')
    assert.closeTo(await short.page.evaluate(() => Date.now()), endsAt!.toMillis(), 2000)
    await short.page.getByText('Votre temps est écoulé').waitFor()

    const before = seconds(await countdown(long.page).innerText())
    await long.page.clock.fastForward(OUTAGE)
    await short.page.clock.fastForward(OUTAGE - left + 1500)
    await eventually(async () => assert.closeTo(seconds(await countdown(long.page).innerText()), before - 60, 3))
    await short.page.getByText('Ce poste est verrouillé').waitFor()

    await server.start(OUTAGE)
    await long.page.locator('[data-station]:not([data-lost])[data-screen="session"]').waitFor()
    await short.page.locator('[data-station]:not([data-lost])[data-screen="locked"]').waitFor()
    const running = await long.session.refresh()
    assert.isTrue(running.isRunning)
    const remaining = (running.endsAt!.toMillis() - Date.now() - OUTAGE) / 1000
    assert.closeTo(seconds(await countdown(long.page).innerText()), remaining, 2)
    // Used and remaining are what was granted: nothing was counted twice, nor lost.
    const runs = await db.from('poste_runs').where('poste_session_id', running.id)
    assert.lengthOf(runs, 1)
    assert.closeTo((running.endsAt!.toMillis() - runs[0].started_at.getTime()) / 1000, running.grantedSeconds, 0.001)

    const ended = await short.session.refresh()
    assert.equal(ended.reason, 'time')
    assert.equal(ended.endedAt!.toMillis(), endsAt!.toMillis())
    assert.isNull(ended.unheardSince)
  })
})
