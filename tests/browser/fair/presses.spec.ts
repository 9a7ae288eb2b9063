import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Locator, Page } from 'playwright-core'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { person } from '#tests/support/agent'
import { insideOf } from '#tests/support/fair'
import { deskAt, deskOf, listening, phoneOf, press, rested, withBrowser } from '#tests/support/pages'

/** As a hand does it: the second press comes when the answer to the first is on the screen. */
async function twice(page: Page, button: Locator) {
  // A part that is told what it missed while its stream was opened would take the button from between the two.
  await page.waitForTimeout(800)
  const { x, y, width, height } = (await button.boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2)
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount })
    await page.mouse.up({ clickCount })
    await page.waitForTimeout(160)
  }
  await page.waitForTimeout(400)
}

/** Until the focus is on what says this. */
async function focusOn(page: Page, words: string) {
  await page.waitForFunction((words) => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() === words, words)
}

test.group('A press', (group) => {
  withBrowser(group)

  test('that is doubled joins one queue, not the one that slides under the finger too', async ({ assert }) => {
    const fair = await aFair()
    for (const name of ['Acme', 'Globex', 'Initech']) await aStand(fair, { name })
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    // What other tests told her must not lie over the buttons, nor what this one does.
    await db.from('notifications').where('user_id', attendee.userId!).delete()
    const alice = await phoneOf('alice', { viewport: { width: 390, height: 1800 } })
    await alice.goto(`/salon/${fair.slug}?show=open`)
    await listening(alice)
    await twice(alice, alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }))
    await alice.getByText('Vous êtes dans la file chez Acme').waitFor()
    assert.lengthOf(await attendee.related('entries').query(), 1)

    await rested(alice)
    const finger = (await alice.getByRole('button', { name: 'Rejoindre la file chez Globex' }).boundingBox())!
    for (let taps = 0; taps < 2; taps++) {
      await alice.touchscreen.tap(finger.x + 20, finger.y + 20)
      await alice.waitForTimeout(160)
    }
    await alice.getByText('Vous êtes dans la file chez Globex').waitFor()
    await alice.waitForTimeout(400)
    assert.lengthOf(await attendee.related('entries').query(), 2)
  })

  test('that is doubled marks one person passed, not the next too', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme', slots: 2 })
    for (const attendee of await inLine(fair, stand, ['Yves', 'Zoé'])) await stand.startInterview(attendee, byNobody())
    const desk = await deskAt(stand)
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await listening(desk)
    await twice(desk, desk.getByRole('button', { name: /Marquer passé/ }).first())
    await desk.getByText('Yves Martin', { exact: true }).waitFor()
    assert.lengthOf(await insideOf(stand), 1)

    await press(desk.getByRole('button', { name: /Marquer passé/ }))
    await desk.getByText('Personne en entretien').waitFor()
  })

  test('leaves the focus on what comes next, and on the heading at the end', async () => {
    const fair = await aFair()
    for (const name of ['Acme', 'Globex']) await aStand(fair, { name })
    const alice = await phoneOf('alice')
    await anAttendee(fair, 'Alice', (await person('alice')).id)
    await alice.goto(`/salon/${fair.slug}?show=open`)
    await listening(alice)
    await alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }).press('Enter')
    await alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }).waitFor({ state: 'detached' })
    await rested(alice)
    await focusOn(alice, 'Rejoindre la file chez Globex')
    await alice.keyboard.press('Enter')
    await alice.getByRole('button', { name: 'Rejoindre la file chez Globex' }).waitFor({ state: 'detached' })
    await rested(alice)
    await focusOn(alice, 'Stands')
  })

  test('without a connection says that nothing was sent', async () => {
    const fair = await aFair()
    await aStand(fair, { name: 'Acme' })
    const alice = await deskOf('alice')
    await anAttendee(fair, 'Alice', (await person('alice')).id)
    await alice.goto(`/salon/${fair.slug}`)
    await listening(alice)
    await alice.context().setOffline(true)
    await press(alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }))
    await alice.getByRole('alert').getByText('rien n’a été envoyé').waitFor()
    await alice.context().setOffline(false)
    await alice.getByText('Connexion rétablie').waitFor()
    await press(alice.getByRole('button', { name: 'Rejoindre la file chez Acme' }))
    await alice.getByText('Vous êtes dans la file chez Acme').waitFor()
  })

  test('declines a turn, after a question', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    await stand.join(attendee, byNobody())
    const alice = await phoneOf('alice')
    await alice.goto(`/salon/${fair.slug}/my`)
    await alice.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()
    await press(alice.getByRole('button', { name: 'Quitter la file chez Acme' }))
    await press(alice.getByRole('dialog').getByRole('button', { name: 'Quitter la file' }))
    await alice.getByText('Vous n’êtes dans aucune file').waitFor()
    assert.lengthOf(await attendee.related('entries').query().whereNull('left_at'), 0)
  })
})
