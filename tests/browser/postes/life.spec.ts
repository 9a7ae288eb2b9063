import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Locator } from 'playwright-core'
import { deskOf, listening, press, rested, withBrowser } from '#tests/support/pages'
import { aScreen, countdown, screen } from '#tests/support/station_screen'

test.group('The desk and a public computer, side by side', (group) => {
  withBrowser(group)

  test('live through a whole session, each seeing at once what the other does', async ({ assert }) => {
    const { site, poste, page: station } = await aScreen()
    const desk = await deskOf('omar')
    const card = desk.locator(`#poste-${poste.id}`)
    const shows = (time: RegExp) => station.getByText(time).waitFor()
    // The desk takes its time between two presses (presses.js), and nobody waits for it.
    const next = async (button: Locator) => {
      await desk.clock.fastForward(600)
      await press(button)
    }
    await Promise.all([station.clock.install(), desk.clock.install()])
    await Promise.all([station.goto('/station'), desk.goto(`${site.path}/desk`)])

    await press(desk.getByRole('button', { name: 'Donner un code à un invité' }))
    const code = (await desk.locator('.code-card__code').textContent())!.replace(/\s/g, '')
    await listening(desk)
    await station.keyboard.type(code.toLowerCase())
    await station.keyboard.press('Enter')
    await screen(station, 'session')
    await desk.getByText('Le code a servi').waitFor()
    await shows(/^(1:00:00|59:5\d)$/)
    const before = await countdown(station).innerText()
    await desk.getByRole('link', { name: 'Accueil' }).last().click()
    await card.getByText('En cours').waitFor()
    await station.waitForFunction((text) => document.querySelector('[data-countdown]')!.textContent !== text, before)
    await Promise.all([listening(desk), listening(station)])

    await desk.clock.fastForward(600)
    await rested(desk)
    const pressed = performance.now()
    await card.getByRole('button', { name: '15 min' }).click()
    await shows(/^1:1[45]:\d\d$/)
    assert.isBelow(performance.now() - pressed, 1000)

    await next(card.getByRole('button', { name: 'Verrouiller' }))
    await screen(station, 'suspended')
    await card.getByText('Suspendu').waitFor()
    await next(card.getByRole('button', { name: 'Reprendre' }))
    await screen(station, 'session')

    await next(card.getByRole('link', { name: 'Plus' }))
    await desk.getByLabel('Message à l’écran').fill('Le bus part dans dix minutes.')
    await next(desk.getByRole('button', { name: 'Envoyer' }))
    await station.getByText('Le bus part dans dix minutes.').waitFor()
    await press(station.getByRole('button', { name: 'J’ai lu' }))
    await station.getByText('Le bus part dans dix minutes.').waitFor({ state: 'detached' })

    await station.getByText('Demander du temps').focus()
    await station.keyboard.press('Enter')
    await station.keyboard.press('Tab')
    await station.keyboard.press('Enter')
    await station.getByText('Vous avez demandé 15 minutes de plus').waitFor()
    await next(desk.getByRole('button', { name: 'Accorder' }))
    await station.getByText('15 minutes de plus vous sont accordées').waitFor()
    await shows(/^1:(29|30):\d\d$/)

    await next(card.getByRole('link', { name: 'Plus' }))
    await next(desk.getByRole('button', { name: 'Terminer la session…' }))
    await next(desk.getByRole('dialog').getByRole('button', { name: 'Terminer' }))
    await station.getByText('L’accueil a terminé votre session').waitFor()
    await card.getByText('Libre').waitFor()

    // How it ended has been shown for as long as it is.
    await db.rawQuery(
      `update poste_sessions set started_at = started_at - interval '21 s', ended_at = ended_at - interval '21 s' where poste_id = ?`,
      [poste.id]
    )
    await station.clock.fastForward(21_000)
    await screen(station, 'locked')
    await station.keyboard.type(code)
    await station.keyboard.press('Enter')
    await station.getByText('Ce code n’ouvre pas ce poste').first().waitFor()
    const session = await site.related('sessions').query().firstOrFail()
    assert.deepEqual([session.reason, session.grantedSeconds], ['desk', 5400])
  })
})
