import { createRequire } from 'node:module'
import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

const alpine = createRequire(import.meta.url)('alpinejs/package.json')

export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/css/app.css', 'resources/js/app.js', 'resources/js/station.js'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  // Alpine's sources, which its build for a strict policy is made of, expect their own build to name the version.
  define: { ALPINE_VERSION: JSON.stringify(alpine.version) },
  // A data: address in the style sheet would need a hole in the content security policy.
  build: { assetsInlineLimit: 0 },
  server: { watch: { ignored: ['**/var/**', '**/build/**', '**/coverage/**'] } },
})
