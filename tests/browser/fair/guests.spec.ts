import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import PushSubscription from '#models/messaging/push_subscription'
import { BROWSER } from '#tests/support/push'
import { deskAt, deskOf, listening, phoneKeeping, phoneOf, press, withBrowser } from '#tests/support/pages'

test.group('With a name only', (group) => {
  withBrowser(group)

  test('from the poster to the interview, with a call that was missed', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme', place: 'Allée B' })
    const [zoe, alice, desk] = await Promise.all([phoneOf(null), phoneOf('alice'), deskAt(stand)])

    await zoe.goto(`/salon/${fair.slug}/stands/${stand.id}`)
    await zoe.getByLabel('Prénom').fill('Zoé')
    await zoe.getByLabel('Nom', { exact: true }).fill('Martin')
    await zoe.getByRole('button', { name: 'Rejoindre la file' }).click()
    await zoe.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()
    await zoe.getByRole('timer').waitFor()
    await zoe.getByRole('button', { name: 'Sonner quand c’est mon tour' }).click()
    await press(zoe.getByRole('button', { name: /J’arrive/ }))
    await zoe.getByText('2 minutes de plus vous ont été données').waitFor()
    // What the browser knows is still shown after the page came again.
    await zoe.getByRole('button', { name: 'Sonner quand c’est mon tour', pressed: true }).waitFor()

    await alice.goto(`/salon/${fair.slug}/stands/${stand.id}`)
    await press(alice.getByRole('button', { name: 'Rejoindre la file' }))
    await alice.getByText('Vous êtes dans la file chez Acme').first().waitFor()
    await alice.goto(`/salon/${fair.slug}/my`)
    await Promise.all([listening(zoe), listening(alice)])
    await alice.getByText('Zoé M. passe avant vous').waitFor()

    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await listening(desk)
    await press(desk.getByRole('button', { name: /Noter absent/ }))
    await zoe.getByRole('heading', { name: 'Acme ne vous a pas vu arriver' }).waitFor()
    await alice.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()

    await press(zoe.getByRole('button', { name: 'Je suis là' }))
    await zoe.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()
    await alice.locator('.place__soon').waitFor()
    await press(zoe.getByRole('button', { name: /Commencer mon entretien/ }))
    await desk.locator('.person--inside', { hasText: 'Zoé Martin' }).waitFor()
  })

  test('a phone whose link is taken back is nobody’s, at once', async () => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const zoe = await deskOf(null)
    await zoe.goto(`/salon/${fair.slug}/stands/${stand.id}`)
    await zoe.getByLabel('Prénom').fill('Zoé')
    await zoe.getByLabel('Nom', { exact: true }).fill('Martin')
    await zoe.keyboard.press('Enter')
    await zoe.getByRole('heading', { name: /C’est votre tour/ }).waitFor()
    await listening(zoe)
    const guest = await fair.related('attendees').query().firstOrFail()
    await guest.revokeGuestLink(byNobody())
    await zoe.getByRole('heading', { name: 'Se connecter' }).waitFor()
  })

  test('a phone that forgets a place says which one it is, so that another may ring on', async ({ assert, cleanup }) => {
    const fair = await aFair()
    const guest = await anAttendee(fair, 'Zoé')
    const { link } = await guest.guestLink(byNobody())
    const held = { id: link.id, attendeeId: guest.id, fairId: fair.id }
    const subscriptions = () => PushSubscription.query().where('secret_link_id', link.id).orderBy('id')
    cleanup(async () => {
      await subscriptions().delete()
    })
    const [lent, own] = ['lent', 'own'].map((name) => `https://push.example.org/${fair.id}/${name}`)
    for (const endpoint of [lent, own])
      await PushSubscription.subscribeGuest(held, 'fr', { ...BROWSER, endpoint, userAgent: undefined }, byNobody())

    // A browser without a screen agrees to nothing.
    for (const endpoint of [lent, null]) {
      const phone = await phoneKeeping(guest)
      await phone.addInitScript((endpoint) => {
        const pushManager = { getSubscription: async () => endpoint && { endpoint } }
        Object.assign(navigator.serviceWorker, { getRegistration: async () => ({ pushManager }) })
      }, endpoint)
      await phone.goto(`/salon/${fair.slug}/my`)
      await press(phone.getByRole('button', { name: 'Ne plus garder mes places ici' }))
      await phone.locator(`button[name="endpoint"][value="${endpoint ?? 'none'}"]`).waitFor()
      await press(phone.getByRole('dialog').getByRole('button', { name: 'Ne plus garder mes places ici' }))
      await phone.waitForURL(`**/salon/${fair.slug}`)
      // Elsewhere, and said all the same.
      await phone.getByRole('status').filter({ hasText: 'Ce téléphone ne garde plus vos places.' }).waitFor()
      assert.deepEqual(
        (await subscriptions()).map((one) => one.endpoint),
        [own]
      )
    }
  })

  test('reads on the page that the stand has gone, until it is read', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const guest = await anAttendee(fair, 'Zoé')
    await stand.join(guest, byNobody())
    const zoe = await phoneKeeping(guest)
    await zoe.goto(`/salon/${fair.slug}/my`)
    await listening(zoe)
    await fair.removeStand(stand, byNobody())
    const said = zoe.getByText('Acme a quitté le salon')
    await said.waitFor()
    await zoe.reload()
    await press(zoe.getByRole('button', { name: /^J’ai lu/ }))
    await said.waitFor({ state: 'detached' })
  })
})
