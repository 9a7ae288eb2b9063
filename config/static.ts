import { defineConfig } from '@adonisjs/static'

export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  // Vite puts a hash of the content in the name of whatever it writes in /assets.
  headers: (path) => {
    if (path.includes('/assets/')) return { 'Cache-Control': 'public, max-age=31536000, immutable' }
    // Whoever has an old one asks for the new one at each visit.
    return path.endsWith('/sw.js') ? { 'Cache-Control': 'no-cache' } : {}
  },
})
