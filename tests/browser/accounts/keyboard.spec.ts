import { test } from '@japa/runner'
import User from '#models/accounts/user'
import { enterAt, tabTo, typeAt } from '#tests/support/keyboard'
import { deskOf, rested, withBrowser } from '#tests/support/pages'

const PASSWORD = 'un cheval de bataille'

test.group('With the keyboard alone', (group) => {
  withBrowser(group)

  test('somebody signs up, mends a mistake, comes in, chooses what reaches them and leaves', async ({ assert }) => {
    const page = await deskOf(null)
    await page.goto('/')
    await enterAt(page, /^Créer un compte$/)
    await page.waitForURL('**/compte/users/create')
    await enterAt(page, /Je cherche un emploi/)
    await page.waitForURL('**/compte/candidates/create')
    await typeAt(page, /^Prénom/, 'Nour')
    await typeAt(page, /^Nom/, 'Haddad')
    await typeAt(page, /^Adresse e-mail/, 'nour@example.net')
    await typeAt(page, /^Téléphone/, '06 12 34 56 78')
    await typeAt(page, /^Mot de passe$/, PASSWORD)
    await typeAt(page, /une seconde fois/, 'autre chose')
    await tabTo(page, /J’accepte/)
    await page.keyboard.press('Space')
    await enterAt(page, /^Créer un compte$/)

    await page.getByRole('alert').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).name), 'passwordConfirmation')
    await page.getByLabel('Mot de passe', { exact: true }).focus()
    await page.keyboard.insertText(PASSWORD)
    await typeAt(page, /une seconde fois/, PASSWORD)
    await enterAt(page, /^Créer un compte$/)

    await page.getByRole('heading', { name: 'Regardez vos e-mails' }).waitFor()
    await typeAt(page, /^Mot de passe$/, PASSWORD)
    await enterAt(page, /^Se connecter$/)
    await page.getByRole('heading', { name: 'Salons de l’emploi' }).waitFor()
    assert.isNotNull(await User.byEmail('nour@example.net').first())

    await enterAt(page, /otifications/)
    await page.waitForURL('**/messages/notifications')
    await page.goto('/messages/preferences')
    await tabTo(page, /Enregistrer/)
    await rested(page)
    await page.keyboard.press('Enter')
    await page.getByRole('status').first().waitFor()
    await tabTo(page, /Nour/)
    await page.keyboard.press('Enter')
    await enterAt(page, /Se déconnecter/)
    await page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
  })
})
