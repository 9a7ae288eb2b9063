/*
 * The entry point of every command, `node ace.js <command>`: it lets Node run TypeScript with decorators as it is, and
 * where the Node on the PATH is too old for that, lets the one that npm brought do it. The build has another.
 */
import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const brought = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url))
if (Number(process.versions.node.split('.')[0]) < 24 && existsSync(brought))
  process.exit(spawnSync(brought, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1)

await import('./bin/runtime.js')
await import('@poppinss/ts-exec')
await import('./bin/console.js')
