import { existsSync } from 'node:fs'
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'
import { explain } from '#services/explain'

/* Where the sources are not, this is the build, which is what people use. */
process.env.NODE_ENV ??= existsSync(new URL('../adonisrc.ts', import.meta.url)) ? 'development' : 'production'

export const APP_ROOT = new URL('../', import.meta.url)

/** How long requests under way may take once the process is told to leave (ms); less than any supervisor waits. */
const PATIENCE = 8000

/** The application as every entry point starts it: checked environment first, clean end on a signal. */
export function ignitor() {
  const importer = (path: string) => (path.startsWith('.') ? import(new URL(path, APP_ROOT).href) : import(path))

  return new Ignitor(APP_ROOT, { importer }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    // The first work with the database is done once it is booted: to be finished before the connections are closed.
    let started: Promise<unknown> | undefined
    app.booted(() => {
      if (app.getEnvironment() === 'web') started = new Promise<unknown>((resolve) => app.ready(resolve))
    })
    // Ctrl+C reaches the process twice: from the terminal, and from npm.
    let leaving: Promise<void> | undefined
    const onSignal = () => (leaving ??= leave(app, started))
    app.listen('SIGTERM', onSignal)
    app.listen('SIGINT', onSignal)
  })
}

/** Ends the process even when the signal comes while it starts, or when something does not end by itself. */
async function leave(app: ApplicationService, started?: Promise<unknown>) {
  setTimeout(() => process.exit(1), PATIENCE).unref()
  await started
  await app.terminate().catch(explain)
  process.exit()
}
