/*
 * `npm run bench`, or a part of it: `npm run bench -- pages joins`. It measures the production build on this machine,
 * with its own data in a database of its own, and fails only when something was wrong, never for a time.
 */
import { openApplication } from './app.js'
import { Bench } from './bench.js'
import { describe, describeDatabase } from './machine.js'
import { startUp } from './parts/startup.js'
import { Server } from './server.js'
import { Workspace } from './workspace.js'

type Part = (bench: Bench) => Promise<void>

const PARTS: Record<string, () => Promise<Part>> = {
  pages: async () => (await import('./parts/pages.js')).measurePages,
  joins: async () => (await import('./parts/joins.js')).measureJoins,
  interviews: async () => (await import('./parts/interviews.js')).measureInterviews,
  files: async () => (await import('./parts/files.js')).measureFiles,
  fair: async () => (await import('./parts/fair.js')).measureFair,
  live: async () => (await import('./parts/live.js')).measureLive,
  postes: async () => (await import('./parts/postes.js')).measurePostes,
}

const NAMES = ['startup', ...Object.keys(PARTS)]
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !NAMES.includes(name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The parts are ${NAMES.join(', ')}.`)
  process.exit(2)
}
const parts = asked.length > 0 ? asked : NAMES

const began = performance.now()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const workspace = await Workspace.make()
console.log(describe(workspace.folder))
const failures = await measure()
console.log(`\n${Math.round((performance.now() - began) / 1000)} s. ${failures.length ? '' : 'Nothing went wrong.'}`)
for (const failure of failures) console.error(`WRONG: ${failure}`)
process.exit(failures.length ? 1 : 0)

/** @returns what went wrong */
async function measure(): Promise<readonly string[]> {
  const failures: string[] = []
  let bench: Bench | undefined
  let close: (() => Promise<void>) | undefined
  try {
    const server = parts.includes('startup') ? await startUp(workspace) : await Server.start(workspace.port)
    bench = new Bench(workspace, server, failures)
    close = await openApplication()
    console.log(`\n${await describeDatabase()}`)
    for (const part of parts.filter((name) => name in PARTS)) await (await PARTS[part]())(bench)
  } catch (error) {
    failures.push((error as Error).stack ?? String(error))
  }
  if (bench && failures.length) console.error(bench.server.lastWords)
  await close?.()
  await bench?.server.stop().catch((error: Error) => failures.push(error.message))
  await workspace.remove()
  return failures
}
