import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

export const APP_ROOT = new URL('../', import.meta.url)

/** The application as every entry point starts it: checked environment first, clean end on a signal. */
export function ignitor() {
  const importer = (path: string) => (path.startsWith('.') ? import(new URL(path, APP_ROOT).href) : import(path))

  return new Ignitor(APP_ROOT, { importer }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listen('SIGINT', () => app.terminate())
  })
}
