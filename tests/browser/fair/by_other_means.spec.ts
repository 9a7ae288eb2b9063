import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { person } from '#tests/support/agent'
import { calledAt, statusOf } from '#tests/support/fair'
import { tabTo } from '#tests/support/keyboard'
import { deskAt, listening, phoneOf, press, rested, withBrowser } from '#tests/support/pages'

test.group('Without a mouse, without a script', (group) => {
  withBrowser(group)

  test('with the keyboard alone: join, start, be marked passed, be available again', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    const [alice, desk] = await Promise.all([phoneOf('alice'), deskAt(stand)])

    await alice.goto(`/salon/${fair.slug}`)
    await tabTo(alice, /Rejoindre la file/)
    await alice.keyboard.press('Enter')
    await alice.getByText('Dans la file', { exact: true }).waitFor()
    await alice.goto(`/salon/${fair.slug}/my`)
    await tabTo(alice, /Commencer mon entretien/)
    await alice.keyboard.press('Space')
    await alice.getByText('Vous êtes en entretien').waitFor()

    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await tabTo(desk, /Marquer passé/)
    await desk.keyboard.press('Enter')
    await desk.getByText(/Entretien terminé\s:/).waitFor()

    await alice.getByRole('heading', { name: 'Vous êtes en pause' }).waitFor()
    await tabTo(alice, /Repasser disponible/)
    await rested(alice)
    await alice.keyboard.press('Enter')
    await alice.getByText('Vous êtes à nouveau disponible').waitFor()
    assert.equal(await statusOf(attendee), 'available')
  })

  test('the first Tab offers to skip to the content, and a menu closes with Escape', async ({ assert }) => {
    const alice = await phoneOf('alice')
    await alice.goto('/salon')
    await alice.keyboard.press('Tab')
    assert.equal(await alice.evaluate(() => document.activeElement?.textContent), 'Aller au contenu')
    await alice.keyboard.press('Enter')
    assert.equal(await alice.evaluate(() => document.activeElement?.id), 'main')
    await alice.locator('details.menu summary').click()
    await alice.getByRole('button', { name: 'Se déconnecter' }).waitFor()
    await alice.keyboard.press('Escape')
    await alice.getByRole('button', { name: 'Se déconnecter' }).waitFor({ state: 'hidden' })
  })

  test('without JavaScript the whole cycle works by reloading', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const link = await stand.link()
    const alice = await phoneOf('alice', { javaScriptEnabled: false })
    const desk = await phoneOf(null, { javaScriptEnabled: false })

    await alice.goto(`/salon/${fair.slug}`)
    await alice.getByRole('button', { name: 'Participer à ce salon' }).click()
    await alice.goto(`/salon/${fair.slug}`)
    await press(alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }))
    await alice.getByText('Vous êtes dans la file chez Acme').waitFor()
    assert.deepEqual(await calledAt(stand), ['Alice'])
    await alice.goto(`/salon/${fair.slug}/my`)
    await press(alice.getByRole('button', { name: /Commencer mon entretien/ }))
    await alice.getByText('Vous êtes en entretien chez Acme').waitFor()

    await desk.goto(link!.path!)
    await press(desk.getByRole('button', { name: 'Ouvrir mon tableau de bord' }))
    assert.notInclude(desk.url(), link!.token!)
    await press(desk.getByRole('button', { name: /Marquer passé/ }))
    await desk.getByText(/Entretien terminé\s: Alice Durand/).waitFor()
    await press(desk.getByRole('button', { name: /Annuler/ }))
    await desk.getByText('Alice Durand est à nouveau en entretien').waitFor()
    await press(desk.getByRole('button', { name: /Marquer passé/ }))

    await alice.goto(`/salon/${fair.slug}/my`)
    await press(alice.getByRole('button', { name: 'Repasser disponible' }))
    await alice.getByText('Vous êtes à nouveau disponible').waitFor()
  })

  test('a refused sign-up comes back as typed, the mistake first', async ({ assert }) => {
    const phone = await phoneOf(null)
    await phone.goto('/compte/candidates/create')
    await phone.getByLabel('Prénom').fill('Zoé')
    await phone.getByLabel('Nom', { exact: true }).fill('Guérin')
    await phone.getByLabel('Adresse e-mail').fill('zoe@')
    await phone.getByLabel('Mot de passe', { exact: true }).fill('court')
    await press(phone.getByRole('button', { name: 'Créer un compte' }))
    await phone.getByRole('alert').waitFor()
    assert.isTrue(await phone.locator('.error-summary').evaluate((summary) => summary === document.activeElement))
    assert.equal(await phone.getByLabel('Prénom').inputValue(), 'Zoé')
    assert.equal(await phone.getByLabel('Mot de passe', { exact: true }).inputValue(), '')
    await phone.locator('.error-summary a').first().click()
    assert.match(await phone.evaluate(() => document.activeElement?.id ?? ''), /^field-/)
  })

  test('a turn that comes while another page is open marks the tab', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const attendee = await anAttendee(fair, 'Bob', (await person('bob')).id)
    await stand.pause(byNobody())
    const bob = await phoneOf('bob')
    await bob.goto('/')
    await listening(bob)
    await stand.resume(byNobody())
    await stand.join(attendee, byNobody())
    await bob.getByRole('alert').getByText('C’est votre tour chez Acme').waitFor()
    await bob.waitForFunction(() => document.title.startsWith('● '))
  })
})
