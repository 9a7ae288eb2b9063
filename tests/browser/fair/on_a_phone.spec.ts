import { test } from '@japa/runner'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { phoneOf, withBrowser } from '#tests/support/pages'

test.group('Whoever runs a fair, with a phone in the hand', (group) => {
  withBrowser(group)

  test('reaches every action of the lists without moving them sideways', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Compagnie des chemins de fer', place: 'Hall B, allée 12', queueLimit: 120 })
    await inLine(fair, stand, ['Alice', 'Bob'])
    await stand.pause(byNobody())
    const phone = await phoneOf('adrien')
    for (const page of ['stands', 'attendees', `control?open=${stand.id}`]) {
      await phone.goto(`/salon/${fair.slug}/${page}`)
      const { width, sideways, beside } = await phone.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        sideways: [...document.querySelectorAll('.table-frame')].filter((frame) => frame.scrollWidth > frame.clientWidth).length,
        beside: [...document.querySelectorAll('.table-frame :is(a, button)')]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth)
          .map((one) => one.textContent),
      }))
      assert.deepEqual({ page, width, sideways, beside }, { page, width: 390, sideways: 0, beside: [] })
    }
  })
})
