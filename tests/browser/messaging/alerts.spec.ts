import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Page } from 'playwright-core'
import { person } from '#tests/support/agent'
import { tell } from '#tests/support/news'
import { listening, phoneOf, press, withBrowser } from '#tests/support/pages'

/** Keeps count, from page to page, of what nobody can hear or feel here. */
function count() {
  const add = (name: string) => localStorage.setItem(name, String(Number(localStorage.getItem(name)) + 1))
  navigator.vibrate = () => {
    add('pulses')
    return true
  }
  const Volume = GainNode
  Object.assign(globalThis, {
    GainNode: function (...given: ConstructorParameters<typeof GainNode>) {
      add('rings')
      return new Volume(...given)
    },
  })
}

async function given(page: Page) {
  return page.evaluate(() => ['pulses', 'rings'].map((name) => Number(localStorage.getItem(name))))
}

/** Calls that no fair of other tests can have: what ends a call withdraws what was said of it, whoever was told. */
const CALLS = ['call:-1', 'call:-2']

/** Both are given a moment after the words are shown. */
async function gave(page: Page, times: number) {
  await page.waitForFunction((count) => ['pulses', 'rings'].every((name) => Number(localStorage.getItem(name)) >= count), times)
}

test.group('One’s turn', (group) => {
  withBrowser(group)

  test('rings and vibrates once, in a browser where its person has agreed, and in no other', async ({ assert, cleanup }) => {
    const chloe = await person('chloe')
    cleanup(async () => {
      await db.from('notifications').where('user_id', chloe.id).delete()
    })
    const [page, other] = await Promise.all([phoneOf(chloe), phoneOf(chloe)])
    for (const one of [page, other]) await one.addInitScript(count)
    await Promise.all([page.goto('/messages/preferences'), other.goto('/salon')])
    assert.deepEqual(await given(page), [0, 0])
    for (const name of ['Sonner', 'Vibrer']) await press(page.getByRole('button', { name: `${name} quand c’est mon tour` }))
    assert.deepEqual(await given(page), [1, 1], 'what is agreed to is tried at once')

    await Promise.all([listening(page), listening(other)])
    await tell(chloe, 'fair.called', DateTime.now(), { about: CALLS[0] })
    for (const one of [page, other]) await one.getByRole('alert').getByText('C’est votre tour chez Globex').waitFor()
    await gave(page, 2)
    assert.deepEqual(
      [await given(page), await given(other)],
      [
        [2, 2],
        [0, 0],
      ]
    )

    await page.goto('/salon')
    await page.getByRole('alert').getByText('C’est votre tour chez Globex').waitFor()
    assert.deepEqual(await given(page), [2, 2], 'once for each call')
    await tell(chloe, 'fair.called', DateTime.now(), { about: CALLS[1] })
    await page.locator('[data-call="-2"]').waitFor()
    await gave(page, 3)
    assert.deepEqual(await given(page), [3, 3])
  })
})
