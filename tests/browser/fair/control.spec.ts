import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { calledAt } from '#tests/support/fair'
import { tabTo } from '#tests/support/keyboard'
import { deskOf, listening, rested, withBrowser } from '#tests/support/pages'

test.group('The control room', (group) => {
  withBrowser(group)

  test('finds as one types while the room moves, and corrects a queue by keyboard', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { name: 'Acme' })
    await inLine(fair, acme, ['Alice', 'Bob', 'Chloé'])
    const room = await deskOf('adrien')
    await room.goto(`${fair.path}/control?open=${acme.id}`)
    await listening(room)

    await room.locator('#person').pressSequentially('bo')
    await room.getByText('Saisissez au moins 3 lettres.').waitFor()
    await acme.join(await anAttendee(fair, 'Denis'), byNobody())
    await room.locator('.queue').getByRole('link', { name: 'Denis Martin' }).waitFor()
    await room.locator('#person').pressSequentially('b')
    await room.locator('#found').getByRole('link', { name: 'Bob Martin' }).waitFor()

    await tabTo(room, /Corriger : Chloé/)
    await room.keyboard.press('Enter')
    await tabTo(room, /En premier : Chloé/)
    await rested(room)
    await room.keyboard.press('Enter')
    await room.getByText('la place dans la file chez Acme est changée').waitFor()
    assert.deepEqual(await calledAt(acme), ['Chloé'])

    await room.locator('#found').getByRole('link', { name: 'Bob Martin' }).click()
    await room.getByRole('heading', { name: 'Bob Martin', level: 1 }).waitFor()
  })
})
