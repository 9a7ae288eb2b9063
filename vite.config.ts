import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  plugins: [adonisjs({ entryPoints: ['resources/css/app.css', 'resources/js/app.js'], reload: ['resources/views/**/*.edge'] })],
  // A data: address in the style sheet would need a hole in the content security policy.
  build: { assetsInlineLimit: 0 },
  server: { watch: { ignored: ['**/var/**', '**/build/**', '**/coverage/**'] } },
})
