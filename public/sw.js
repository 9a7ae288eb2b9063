/*
 * Shows what the server pushes while no page is open, and opens what it is about. It keeps nothing and answers no request:
 * pages are private, and always the server's.
 */
self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('push', (event) => {
  const { title, body, path, tag, lang, urgent } = event.data.json()
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      lang,
      tag,
      renotify: urgent,
      requireInteraction: urgent,
      vibrate: urgent ? [200, 100, 200, 100, 400] : undefined,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      data: { path },
    })
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(show(event.notification.data.path))
})

/** The page that shows it already, else a new one; never another site. */
async function show(path) {
  const { href, origin } = new URL(path, self.location.origin)
  if (origin !== self.location.origin) return
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = pages.find((page) => page.url === href)
  return there ? there.focus() : self.clients.openWindow(href)
}
