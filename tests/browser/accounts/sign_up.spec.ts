import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { anOrganisation } from '#database/factories/accounts/organisations'
import User from '#models/accounts/user'
import { phoneOf, press, withBrowser } from '#tests/support/pages'

const PASSWORD = 'un cheval de bataille'

/** From the first page, as whoever has never been here; then by the mail, as it is read. */
async function signUp(page: Page, choice: RegExp, givenName: string, fill: () => Promise<void>) {
  await page.goto('/compte/users/create')
  await page.getByRole('link', { name: choice }).click()
  await fill()
  await page.getByLabel('Prénom').fill(givenName)
  await page.getByLabel('Nom', { exact: true }).fill('Roux')
  await page.getByLabel('Adresse e-mail').fill(addressOf(givenName))
  await page.getByLabel('Téléphone').fill('06 12 34 56 78')
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Mot de passe, une seconde fois').fill(PASSWORD)
  await page.getByLabel(/J’accepte/).check()
  await press(page.getByRole('button', { name: 'Créer un compte' }))
  await page.getByRole('heading', { name: 'Regardez vos e-mails' }).waitFor()
}

/** Whatever comes next, with the address that the page has kept. */
async function enter(page: Page, password: string) {
  const form = page.getByRole('main')
  await form.getByLabel('Mot de passe', { exact: true }).fill(password)
  await press(form.getByRole('button', { name: 'Se connecter' }))
}

/** The link of the last mail to this address: its page asks for a press, and opening it changes nothing. */
async function follow(page: Page, givenName: string, link: string) {
  await page.goto('/dev/mails')
  await page
    .getByRole('listitem')
    .filter({ hasText: addressOf(givenName) })
    .first()
    .getByRole('link')
    .click()
  const to = await page.getByRole('link', { name: link }).getAttribute('href')
  await page.goto(new URL(to!).pathname)
}

const addressOf = (givenName: string) => `${givenName.toLowerCase()}@example.net`

test.group('Somebody who has never been here', (group) => {
  withBrowser(group)

  test('signs up as a candidate, confirms the address, and chooses another password', async ({ assert }) => {
    const page = await phoneOf(null)
    await signUp(page, /Je cherche un emploi/, 'Inès', async () => {})
    await follow(page, 'Inès', 'Confirmer mon adresse')
    await press(page.getByRole('button', { name: 'Oui, c’est mon adresse' }))
    await page.getByText('Votre adresse est confirmée.').waitFor()
    assert.isTrue((await User.byEmail(addressOf('Inès')).firstOrFail()).isVerified)

    await page.goto('/compte/resets/create')
    await page.getByLabel('Adresse e-mail ou identifiant').fill(addressOf('Inès'))
    await press(page.getByRole('button', { name: 'Recevoir un lien' }))
    await page.getByText('Si un compte correspond').waitFor()
    await follow(page, 'Inès', 'Choisir un mot de passe')
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('un âne bien têtu')
    await page.getByLabel('Nouveau mot de passe, une seconde fois').fill('un âne bien têtu')
    await press(page.getByRole('button', { name: 'Changer le mot de passe' }))
    await page.getByText('Votre mot de passe est changé.').waitFor()
    await page.getByLabel('Adresse e-mail ou identifiant').fill(addressOf('Inès'))
    await enter(page, 'un âne bien têtu')
    await page.getByRole('heading', { name: 'Salons de l’emploi' }).waitFor()
  })

  test('signs up as a recruiter, and comes to the request to join', async () => {
    await anOrganisation({ name: 'Zénith Santé', city: 'Lyon' })
    const page = await phoneOf(null)
    await signUp(page, /Je recrute/, 'Jules', async () => {
      await page.getByLabel('Nom de l’organisation').pressSequentially('zenith')
      await page.getByRole('link', { name: 'Zénith Santé' }).click()
      await page.getByLabel('Service').fill('Achats')
    })
    await enter(page, PASSWORD)
    await page.getByRole('listitem').filter({ hasText: 'Zénith Santé' }).getByText('Demande envoyée').waitFor()
  })

  test('signs up as a provider, and reads what is verified', async () => {
    const page = await phoneOf(null)
    await signUp(page, /Je propose mes services/, 'Pia', () => page.getByRole('textbox', { name: 'Spécialité' }).fill('Traduction'))
    await enter(page, PASSWORD)
    await page.getByText('Votre profil paraîtra').waitFor()
  })
})
