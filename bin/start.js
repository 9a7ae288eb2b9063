/*
 * `npm start`: builds when the sources have changed since the last build, then runs it. In the build itself, or where
 * the sources are not, it only runs.
 */
import './runtime.js'
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const SOURCES = [
  'adonisrc.ts',
  'app',
  'bin',
  'config',
  'database',
  'package.json',
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
  if (!isBuilt()) await alone(() => isBuilt() || build())
  await import('../build/bin/server.js')
} else {
  await import('./server.js')
}

function isBuilt() {
  const built = root + 'build/.fingerprint'
  return existsSync(built) && readFileSync(built, 'utf8') === fingerprint()
}

function build() {
  console.log('Building (only when the sources have changed)…')
  const current = fingerprint()
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
  writeFileSync(root + 'build/.fingerprint', current)
}

/** Two builds at once would empty each other's folder. The lock is SQLite's: the kernel frees it however its holder ends. */
async function alone(work) {
  const { DatabaseSync } = await import('node:sqlite')
  mkdirSync(root + 'var', { recursive: true, mode: 0o711 })
  const lock = new DatabaseSync(root + 'var/build.lock', { timeout: 120_000 })
  lock.exec('begin exclusive')
  work()
  lock.close()
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

/** npm cannot tell its child that it was killed with -9: the child sees that its parents are others. */
function leaveWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const started = parents()
  setInterval(() => parents() !== started && process.kill(process.pid, 'SIGTERM'), 1000).unref()
}

/** The parent; and its own when it is the shell that npm runs a script with, because a shell survives npm. */
function parents() {
  const path = `/proc/${process.ppid}/stat`
  const [, shell] = /^\d+ \(\w*sh\) \S (\d+)/.exec(existsSync(path) ? readFileSync(path, 'utf8') : '') ?? []
  return `${process.ppid} ${shell}`
}
