import { test } from '@japa/runner'
import { aFair, byNobody } from '#database/factories/fair/fairs'
import { PASSWORD } from '#database/seeders/cast_seeder'
import SignIn from '#models/accounts/sign_in'
import Fair from '#models/fair/fair'
import { forgetAll } from '#services/known_users'
import { person } from '#tests/support/agent'
import { deskOf, listening, withBrowser } from '#tests/support/pages'

test.group('A session lost in the middle of a form', (group) => {
  withBrowser(group)

  test('sign in, come back: what was typed is there', async ({ assert }) => {
    const fair = await aFair()
    const adrien = await person('adrien')
    const page = await deskOf(adrien)
    await page.goto(`${fair.path}/edit`)
    await listening(page)
    await page.getByLabel('Lieu').fill('Gymnase des Sables')
    await SignIn.query()
      .where('user_id', adrien.id)
      .update({ last_seen_at: new Date(Date.now() - 3 * 3_600_000) })
    // Three hours are longer than anybody is kept in memory.
    forgetAll()

    // Whoever comes back to the tab after lunch: its parts ask again, and are told that nobody is signed in.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByRole('alert').filter({ hasText: 'Votre session est terminée' }).waitFor()
    assert.equal(await page.getByLabel('Lieu').inputValue(), 'Gymnase des Sables')

    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('est gardé et vous attend').waitFor()
    await page.getByLabel('Adresse e-mail').fill('adrien@example.org')
    await page.getByLabel('Mot de passe').fill(PASSWORD)
    await page.getByRole('main').getByRole('button', { name: 'Se connecter' }).click()

    await page.getByText('Rien n’a encore été enregistré').waitFor()
    assert.equal(new URL(page.url()).pathname, `${fair.path}/edit`)
    assert.equal(await page.getByLabel('Lieu').inputValue(), 'Gymnase des Sables')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.waitForURL(`**${fair.path}/setup`)
    assert.equal((await Fair.findOrFail(fair.id)).place, 'Gymnase des Sables')
  })

  test('ended from elsewhere, its page closes at once whatever it holds', async ({ assert }) => {
    const fair = await aFair()
    const adrien = await person('adrien')
    const page = await deskOf(adrien)
    await page.goto(`${fair.path}/edit`)
    await listening(page)
    await page.getByLabel('Lieu').fill('Gymnase des Sables')
    const pressed = Date.now()
    await adrien.endSignIns(byNobody())
    await page.waitForURL('**/compte/sign-ins/create?next=*')
    assert.isBelow(Date.now() - pressed, 2000)
  })
})
