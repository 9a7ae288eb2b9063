/* One test process: a group of suites on its own database. `npm test` starts several side by side. */
process.env.NODE_ENV = 'test'

const { ignitor } = await import('./ignitor.js')
const { explain } = await import('#services/explain')
const { configure, processCLIArgs, run } = await import('@japa/runner')

await ignitor()
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.js')
    processCLIArgs(process.argv.slice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, () => app.terminate()],
    })
  })
  .run(() => run())
  .catch((error) => {
    explain(error)
    process.exitCode = 1
  })
