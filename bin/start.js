/*
 * `npm start`: builds when the sources have changed since the last build, then runs it. In the build itself, or where
 * the sources are not, it only runs.
 */
import './runtime.js'
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const SOURCES = [
  'adonisrc.ts',
  'app',
  'bin',
  'config',
  'database',
  'package-lock.json',
  'public',
  'resources',
  'start',
  'tsconfig.json',
  'vite.config.ts',
]

process.env.NODE_ENV ??= 'production'
leaveWithNpm()

if (existsSync(root + 'adonisrc.ts')) {
  build()
  await import('../build/bin/server.js')
} else {
  await import('./server.js')
}

function build() {
  const current = fingerprint()
  const built = root + 'build/.fingerprint'
  if (existsSync(built) && readFileSync(built, 'utf8') === current) return
  console.log('Building (only when the sources have changed)…')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['ace.js', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (status !== 0) {
    console.error(stdout + stderr)
    console.error('The build failed.')
    process.exit(1)
  }
  writeFileSync(built, current)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(files)) hash.update(path).update(readFileSync(root + path))
  return hash.digest('hex')
}

/** @returns {string[]} */
function files(path) {
  if (path === 'public/assets' || !existsSync(root + path)) return []
  if (!statSync(root + path).isDirectory()) return [path]
  return readdirSync(root + path)
    .sort()
    .flatMap((name) => files(`${path}/${name}`))
}

/** npm cannot tell its child that it was killed with -9: the child sees that its parent is another. */
function leaveWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000).unref()
}
