import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { aUser } from '#database/factories/accounts/organisations'
import { withDisk } from '#tests/support/disks'
import { PDF, photo } from '#tests/support/files'
import { phoneOf, withBrowser } from '#tests/support/pages'

const MB = 1024 * 1024

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.getByLabel('Fichier', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: 'Envoyer le document' }).click()
}

test.group('A document sent from a page', (group) => {
  withBrowser(group)
  const keys = withDisk(group, 'fs')

  test('says how far it is, is refused where it was chosen, and is there once it is right', async ({ assert }) => {
    const user = await aUser()
    const mine = async () => (await user.documents()).map(({ name }) => name)
    const page = await phoneOf(user)
    await page.goto('/compte/documents')
    const status = page.locator('[data-upload] [data-said]')

    await choose(page, 'cv.pdf', Buffer.alloc(10 * MB + 1))
    await status.filter({ hasText: 'dépasse 10 Mo' }).waitFor()

    await choose(page, 'cv.pdf', await photo())
    const refusal = page.getByRole('alert').filter({ hasText: 'se dit PDF par son nom' })
    await refusal.waitFor()
    assert.isTrue(await refusal.evaluate((one) => one === document.activeElement))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-file')
    assert.deepEqual([await mine(), await keys()], [[], []])

    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * MB }
    await (await page.context().newCDPSession(page)).send('Network.emulateNetworkConditions', slow)
    const onTheWay = page.waitForFunction(() => {
      const { value } = document.querySelector('progress')!
      return value > 0 && value < 100
    })
    await choose(page, 'cv.pdf', Buffer.concat([PDF, Buffer.alloc(2 * MB)]))
    await onTheWay
    await page.getByText('« cv.pdf » est ajouté.').waitFor()
    assert.match(await page.locator('.document__name').innerText(), /^cv\.pdf/)
    assert.deepEqual(await mine(), ['cv.pdf'])

    await page.getByRole('button', { name: 'Supprimer cv.pdf' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).press('Enter')
    await page.getByText('« cv.pdf » est supprimé.').waitFor()
    assert.deepEqual([await mine(), await keys()], [[], []])
  })
})
