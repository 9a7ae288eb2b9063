import { ignitor } from '../bin/ignitor.js'

/**
 * The application in this process, as an ace command has it: its models write what the benchmark needs.
 * @returns what lets it go
 */
export async function openApplication() {
  const app = ignitor().createApp('console')
  await app.init()
  await app.boot()
  await app.start(() => undefined)
  return () => app.terminate()
}
