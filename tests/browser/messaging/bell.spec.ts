import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { person } from '#tests/support/agent'
import { tell } from '#tests/support/news'
import { deskOf, listening, phoneOf, press, withBrowser } from '#tests/support/pages'

test.group('The bell', (group) => {
  withBrowser(group)

  test('counts at once on every page that is open, and no more once all is read on one of them', async ({ assert, cleanup }) => {
    const paula = await person('paula')
    cleanup(async () => {
      await db.from('notifications').where('user_id', paula.id).delete()
    })
    const [phone, desk] = await Promise.all([phoneOf('paula'), deskOf('paula')])
    await Promise.all([phone.goto('/salon'), desk.goto('/compte')])
    await Promise.all([listening(phone), listening(desk)])
    const counts = [phone, desk].map((page) => page.locator('.bell'))
    for (const bell of counts) assert.equal((await bell.textContent())!.trim(), 'Notifications')

    await tell(paula, 'messaging.message_received', DateTime.now(), { path: '/salon' })
    await tell(paula, 'board.application_received', DateTime.now(), { path: '/compte/provider' })
    for (const bell of counts) await bell.getByText('Notifications, 2 non lues').waitFor()

    await counts[0].click()
    await phone.getByText('Alice Durand').first().waitFor()
    await press(phone.getByRole('button', { name: 'Tout marquer comme lu' }))
    for (const bell of counts) await bell.getByText('Notifications', { exact: true }).waitFor()
  })
})
