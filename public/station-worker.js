/*
 * The page of a public computer, while the server is away: as it was last seen, with what it is made of. It answers nothing else,
 * and nothing at all while the server answers.
 */
const KEPT = 'station-1'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const isPage = request.mode === 'navigate' && pathname === '/station'
  const isAsset = pathname.startsWith('/assets/') || pathname === '/station-ticker.js'
  if (request.method !== 'GET' || origin !== self.location.origin || !(isPage || isAsset)) return
  event.respondWith(answer(request, pathname))
})

async function answer(request, pathname) {
  const kept = await caches.open(KEPT)
  try {
    const response = await fetch(request)
    // A server that is starting, or a proxy in front of one that is not there, answers too.
    if (response.status >= 500) return (await kept.match(pathname)) ?? response
    if (response.ok && !response.redirected) await kept.put(pathname, response.clone())
    return response
  } catch (error) {
    const page = await kept.match(pathname)
    if (page) return page
    throw error
  }
}
