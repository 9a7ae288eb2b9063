import { test } from '@japa/runner'
import { aPoste, aSite, aStation, atDesk, issued } from '#database/factories/postes/sites'
import { deskOf, listening, withBrowser } from '#tests/support/pages'

test.group('The desk of the postes', (group) => {
  withBrowser(group)

  test('gives a guest a code by keyboard only, as big as a hand', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const desk = await deskOf('omar')
    await desk.goto(`${site.path}/desk`)
    const give = desk.getByRole('button', { name: 'Donner un code à un invité' })
    for (let presses = 0; presses < 40 && !(await give.evaluate((one) => one === document.activeElement)); presses++)
      await desk.keyboard.press('Tab')
    await desk.keyboard.press('Enter')
    await desk.waitForURL(/\/code$/)
    const code = desk.locator('.code-card__code')
    const session = await site.related('sessions').query().firstOrFail()
    assert.equal((await code.textContent())!.replace(/\s/g, ''), session.code)
    assert.equal(await code.evaluate((one) => getComputedStyle(one).fontSize), '96px')
    assert.equal(session.posteId, poste.id)
  })

  test('PPM-B7 PPM-B33: shows at once what happens elsewhere, and keeps what is being typed', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site, { name: 'Poste 1' })
    await aStation(poste)
    const desk = await deskOf('omar')
    await desk.goto(`${site.path}/desk?poste=${poste.id}`)
    await listening(desk)
    await desk.getByLabel('Message à l’écran').fill('Un brouillon')
    const session = await issued(site, poste)
    const card = desk.locator(`#poste-${poste.id}`)
    await card.getByText('Code donné').waitFor({ timeout: 3000 })
    await session.start(atDesk())
    await card.getByText('En cours').waitFor({ timeout: 3000 })
    await session.askForTime(15, atDesk())
    await desk.getByText('demande 15 minutes de plus').waitFor({ timeout: 3000 })
    const left = card.locator('[data-remaining]')
    const before = await left.textContent()
    await desk.waitForFunction(([id, text]) => document.querySelector(`#${id} [data-remaining]`)!.textContent !== text, [
      `poste-${poste.id}`,
      before,
    ] as const)
    assert.equal(await desk.getByLabel('Message à l’écran').inputValue(), 'Un brouillon')
  })
})
