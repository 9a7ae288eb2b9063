import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { baseUrl } from '#tests/support/agent'
import { deskOf, withBrowser } from '#tests/support/pages'

const PUSHED = { title: 'Tremplin', body: 'Globex vous attend.', path: '/salon?when=past', tag: 'fair.called', lang: 'fr', urgent: true }

/** Registers the application's own worker, as the button does. */
async function workerOf(page: Page) {
  const coming = page.context().waitForEvent('serviceworker')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
  })
  return coming
}

/** Hands the worker a message as a push service does. */
async function push(page: Page, data: object) {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations.length > 0) resolve(registrations[0].registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: baseUrl(),
    registrationId: await registered,
    data: JSON.stringify(data),
  })
}

/** The worker's own world, as far as these tests reach into it. */
interface Scope {
  registration: { showNotification(title: string, options: object): Promise<void> }
  clients: { openWindow(to: string): Promise<null> }
  dispatchEvent(event: Event): void
  shown: object[]
}

test.group('A push', (group) => {
  withBrowser(group)

  test('is shown as its reader speaks, and its click opens what it is about, here only', async ({ assert }) => {
    const page = await deskOf('alice')
    await page.goto('/messages/preferences')
    const worker = await workerOf(page)
    // A browser without a screen shows no notification, and opens a window for a person's own click only.
    await worker.evaluate(() => {
      const scope = globalThis as unknown as Scope
      scope.shown = []
      scope.registration.showNotification = async (title, options) => void scope.shown.push({ title, ...options })
    })
    await push(page, PUSHED)
    const shown = await worker.evaluate(async () => {
      const scope = globalThis as unknown as Scope
      while (scope.shown.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      return scope.shown
    })
    assert.deepEqual(shown, [
      {
        title: 'Tremplin',
        body: 'Globex vous attend.',
        lang: 'fr',
        tag: 'fair.called',
        renotify: true,
        requireInteraction: true,
        vibrate: [200, 100, 200, 100, 400],
        icon: '/icons/icon-192.png',
        badge: '/icons/badge-96.png',
        data: { path: PUSHED.path },
      },
    ])

    const opened = await worker.evaluate(
      async (paths: string[]) => {
        const scope = globalThis as unknown as Scope
        const went: string[] = []
        scope.clients.openWindow = async (to) => {
          went.push(to)
          return null
        }
        for (const path of paths) {
          let done: Promise<unknown> = Promise.resolve()
          const notification = { data: { path }, close: () => went.push('closed') }
          const waitUntil = (work: Promise<unknown>) => void (done = work)
          scope.dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil }))
          await done
        }
        return went
      },
      [PUSHED.path, '//evil.example/x', 'https://evil.example/']
    )
    assert.deepEqual(opened, ['closed', `${baseUrl()}${PUSHED.path}`, 'closed', 'closed'])
  })

  test('is not offered by a browser that refuses, which says how to change one’s mind', async () => {
    const page = await deskOf('alice')
    await page.goto('/messages/preferences')
    await page.getByText('Les notifications sont refusées dans ce navigateur.').waitFor()
    await page.getByRole('button', { name: 'Recevoir les notifications ici' }).waitFor({ state: 'hidden' })
  })
})
