/* One test process: a group of suites on its own database and port. `npm test` starts several side by side. */
import './runtime.js'

process.env.NODE_ENV = 'test'

const { explain } = await import('#services/explain')
const { ownDatabase } = await import('../tests/support/database.js')
const { freePort } = await import('../tests/support/port.js')
const { ignitor } = await import('./ignitor.js')
const { configure, processCLIArgs, run } = await import('@japa/runner')

try {
  const dropDatabase = await ownDatabase()
  process.env.PORT = String(await freePort())
  process.env.APP_URL = `http://127.0.0.1:${process.env.PORT}`
  await ignitor()
    .testRunner()
    .configure(async (app) => {
      const { runnerHooks, ...config } = await import('../tests/bootstrap.js')
      processCLIArgs(process.argv.slice(2))
      configure({
        ...app.rcFile.tests,
        ...config,
        // What another process runs, when `npm test` shares a suite between two.
        exclude: process.env.TEST_EXCEPT ? process.env.TEST_EXCEPT.split(',') : [],
        setup: runnerHooks.setup,
        teardown: [...runnerHooks.teardown, () => app.terminate(), dropDatabase],
      })
    })
    .run(async (app) => {
      await run()
      // A spec that cannot be loaded: the runner has said so, and stops nothing.
      if (!app.isTerminated) process.exit(1)
    })
} catch (error) {
  await explain(error)
  process.exit(1)
}
