import { test } from '@japa/runner'
import { aFair, aStand } from '#database/factories/fair/fairs'
import { deskAt, deskOf, listening, phoneOf, press, withBrowser } from '#tests/support/pages'

test.group('A fair that runs', (group) => {
  withBrowser(group)

  test('two phones, a stand and the control room follow each other through a whole cycle', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const [alice, bob, desk, room] = await Promise.all([phoneOf('alice'), phoneOf('bob'), deskAt(stand), deskOf('adrien')])

    await alice.goto(`/salon/${fair.slug}`)
    await alice.getByRole('button', { name: 'Participer à ce salon' }).click()
    await alice.getByRole('link', { name: 'Rejoindre une file' }).click()
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await room.goto(`/salon/${fair.slug}/control`)
    await Promise.all([listening(desk), listening(room)])

    await press(alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }))
    await alice.getByText('Vous êtes dans la file chez Acme.').waitFor()
    await desk.locator('.person__name', { hasText: 'Alice Durand' }).waitFor()
    await desk.getByText('C’est son tour', { exact: true }).waitFor()
    await alice.getByRole('link', { name: 'Voir mes files' }).click()
    await alice.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()

    await bob.goto(`/salon/${fair.slug}`)
    await bob.getByRole('button', { name: 'Participer à ce salon' }).click()
    await bob.goto(`/salon/${fair.slug}`)
    await press(bob.getByRole('button', { name: 'Rejoindre la file chez Acme' }))
    await bob.getByText('Dans la file', { exact: true }).waitFor()
    await bob.goto(`/salon/${fair.slug}/my`)
    await listening(bob)
    await bob.getByText('Ce n’est pas encore votre tour').waitFor()

    await press(alice.getByRole('button', { name: /Commencer mon entretien/ }))
    await alice.getByText('Vous êtes en entretien chez Acme').waitFor()
    await desk.locator('.person--inside .person__name', { hasText: 'Alice Durand' }).waitFor()
    await bob.getByText('ne peut pas recevoir plus de candidats').waitFor()
    assert.equal(await room.locator(`#stand-${stand.id} td`).first().textContent(), '1/1')

    await listening(alice)
    await press(desk.getByRole('button', { name: /Marquer passé/ }))
    await desk.getByText(/Entretien terminé\s: Alice Durand/).waitFor()
    await alice.getByRole('heading', { name: 'Vous êtes en pause' }).waitFor()
    await bob.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()

    await press(alice.getByRole('button', { name: 'Repasser disponible' }))
    await alice.locator('.status-bar').getByText('Disponible', { exact: true }).waitFor()
    await alice.locator('.history').getByText('Acme').waitFor()
  })

  test('on any other page, a toast says that it is one’s turn', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Globex' })
    const chloe = await phoneOf('chloe')
    await stand.pause({ by: { kind: 'system', id: null }, at: fair.startsAt })
    await chloe.goto(`/salon/${fair.slug}`)
    await chloe.getByRole('button', { name: 'Participer à ce salon' }).click()
    await stand.resume({ by: { kind: 'system', id: null }, at: fair.startsAt })
    await chloe.goto(`/salon/${fair.slug}`)
    await press(chloe.getByRole('button', { name: 'Rejoindre la file chez Globex' }))
    await chloe.getByRole('alert').getByText('C’est votre tour chez Globex').waitFor()
    await press(chloe.getByRole('button', { name: 'Voir' }))
    await chloe.getByRole('heading', { name: 'C’est votre tour chez Globex' }).waitFor()
  })
})
