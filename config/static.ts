import { defineConfig } from '@adonisjs/static'

export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  // Vite puts a hash of the content in the name of whatever it writes in /assets.
  headers: (path) => (path.includes('/assets/') ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}),
})
