import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#tests/support/port'

/** Longer than anything here takes on a machine that does something else as well (ms). */
const DEADLINE = 40_000
/** The same, of a start that builds first (ms). */
export const BUILD = 120_000

/** What is not the sources of a fresh clone. */
const NOT_SOURCES = ['.git', 'build', 'coverage', 'node_modules', 'public/assets', 'var']

/** What a process of the application gets from its surroundings, and nothing that the tests set for themselves. */
const KEPT = ['PATH', 'LANG', 'HOME']

type Env = Record<string, string | undefined>

interface How {
  env?: Env
  /** `npm` as a person types it, or the program that npm would start */
  command?: string[]
  uid?: number
}

/** Waits for something that another process does; a test that waits in vain says what for. */
export async function until<T>(what: string, condition: () => T | Promise<T>, deadline = DEADLINE): Promise<NonNullable<T>> {
  const end = Date.now() + deadline
  for (;;) {
    const found = await condition()
    if (found) return found
    if (Date.now() > end) throw new Error(`In vain for ${deadline / 1000} s: ${what}`)
    await sleep(30)
  }
}

interface House {
  folder: string
  /** what its first start left in its own folder: a database with the demonstration, a key */
  varDir: string
}

let copy: Promise<House> | undefined

/**
 * A copy of the sources as a fresh clone would be, built by its first `npm start`: whatever changes meanwhile in the
 * tree does not reach these processes, and they change nothing in the tree.
 */
export async function house() {
  return (await (copy ??= build())).folder
}

async function build(): Promise<House> {
  const folder = temporaryFolder('house')
  const root = resolve('.')
  const isSource = (path: string) => !NOT_SOURCES.some((name) => path === join(root, name))
  cpSync(root, folder, { recursive: true, filter: isSource })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const varDir = temporaryFolder('var')
  process.once('exit', () => [folder, varDir].forEach((path) => rmSync(path, { recursive: true, force: true })))
  const first = new Installation(folder, varDir, await freePort())
  try {
    const app = first.launch(['npm', 'start'])
    await app.says('Tremplin is running on', BUILD)
    await app.end('SIGTERM')
    await first.gone()
  } catch (error) {
    await first.remove()
    throw error
  }
  return { folder, varDir }
}

export function temporaryFolder(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `tremplin-test-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** An installation for a test: an empty folder and a port of its own. Whoever makes it removes it, with all its processes. */
export async function installation(env: Env = {}) {
  return new Installation(await house(), temporaryFolder('var'), await freePort(), env)
}

/** The same, which has been started before: for what does not depend on how its database and its demonstration came to be. */
export async function oldInstallation(env: Env = {}) {
  const old = await installation(env)
  execFileSync('cp', ['-a', `${(await copy!).varDir}/.`, old.varDir])
  return old
}

export class Installation {
  constructor(
    readonly house: string,
    readonly varDir: string,
    readonly port: number,
    readonly env: Env = {}
  ) {}

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts the web server, and waits until it says that it runs. */
  async start(how: How = {}) {
    const app = this.launch(['npm', 'start'], how)
    await app.says('Tremplin is running on')
    return app
  }

  /** Runs to its end what is expected to end by itself. */
  async run(command: string[], how: How = {}) {
    const program = this.launch(command, how)
    await program.ends()
    return program
  }

  launch(command: string[], { env, uid, command: other = command }: How = {}) {
    const kept = Object.fromEntries(KEPT.map((name) => [name, process.env[name]]))
    const own = { VAR_DIR: this.varDir, PORT: String(this.port), ...this.env, ...env }
    if (uid !== undefined) chownSync(this.varDir, uid, uid)
    return new Running(other, { cwd: this.house, env: { ...kept, ...own }, uid })
  }

  read(file: string) {
    return readFileSync(join(this.varDir, file), 'utf8')
  }

  /** Every process that this installation started, whoever is its parent now. */
  processes() {
    return processesOf(this.varDir)
  }

  /** The postmaster, and the guard that is its parent. */
  database() {
    const pid = Number(readIfThere(join(this.varDir, 'postgres/data/postmaster.pid'))?.split('\n')[0])
    const guard = Number(readIfThere(join(this.varDir, 'postgres/guard.pid'))?.split(' ')[0])
    return { pid: pid || null, guard: guard || null }
  }

  async gone() {
    await until('no process is left', () => this.processes().length === 0, 20_000)
  }

  async remove() {
    await sweep(this.varDir)
  }
}

/** Ends every process that belongs to a folder of a test, then removes it. */
export async function sweep(folder: string) {
  await until('every process of the test ends', () => {
    const left = processesOf(folder)
    for (const pid of left) kill(pid, 'SIGKILL')
    return left.length === 0
  })
  const sockets = /"-k" "([^"]+)"/.exec(readIfThere(join(folder, 'postgres/data/postmaster.opts')) ?? '')?.[1]
  for (const path of [folder, sockets]) if (path) rmSync(path, { recursive: true, force: true })
}

function processesOf(folder: string) {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && belongsTo(pid, folder))
}

/** A program that a test started, in a process group of its own, as a terminal would. */
export class Running {
  readonly #child: ChildProcess
  readonly #mark: string
  output = ''
  ended = false
  code: number | null = null

  constructor([program, ...args]: string[], { cwd, env, uid }: { cwd: string; env: Env; uid?: number }) {
    this.#mark = `VAR_DIR=${env.VAR_DIR}`
    this.#child = spawn(program, args, { cwd, env, uid, gid: uid, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) stream.on('data', (chunk) => (this.output += chunk))
    this.#child.on('error', (error) => (this.output += error.message))
    this.#child.on('close', (code) => {
      this.ended = true
      this.code = code
    })
  }

  get pid() {
    return this.#child.pid!
  }

  /** What it says to whoever reads only that: no empty line, nothing of npm's. */
  get lines() {
    return this.output.split('\n').filter((line) => line.trim() && !line.startsWith('> '))
  }

  async says(words: string, deadline = DEADLINE) {
    await until(
      `it says "${words}"`,
      () => {
        if (this.ended) throw new Error(`It ended with ${this.code}:\n${this.output}`)
        return this.output.includes(words)
      },
      deadline
    )
  }

  async ends() {
    await until('the program ends', () => this.ended)
  }

  /** Sends the signal to the program alone, and waits for its end. */
  async end(signal: NodeJS.Signals) {
    kill(this.pid, signal)
    await this.ends()
  }

  /** What Ctrl+C does: the terminal tells the whole group. */
  async interrupt() {
    kill(-this.pid, 'SIGINT')
    await this.ends()
  }

  /** npm, its shell and node: those that have the environment that the program was given. */
  get family() {
    const pids = [this.pid]
    for (let child = childOf(this.pid); child && hasEnvironment(child, this.#mark); child = childOf(child)) pids.push(child)
    return pids
  }

  /** The process that serves. */
  get server() {
    return this.family.at(-1)!
  }
}

export function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** A zombie runs no more, though nobody has waited for it. */
export function isRunning(pid: number) {
  return existsSync(`/proc/${pid}`) && stat(pid)?.[0] !== 'Z'
}

/** The user outside of any namespace that a process runs as, and what its own namespace calls it. */
export function userOf(pid: number) {
  const [, uid] = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
  const [inside] = readFileSync(`/proc/${pid}/uid_map`, 'utf8').trim().split(/\s+/)
  return { uid: Number(uid), inside: Number(inside) }
}

function childOf(pid: number) {
  return readdirSync('/proc')
    .map(Number)
    .find((other) => other > 0 && stat(other)?.[1] === String(pid))
}

function belongsTo(pid: number, folder: string) {
  const command = own(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  const cwd = own(() => readlinkSync(`/proc/${pid}/cwd`))
  return isRunning(pid) && (hasEnvironment(pid, `VAR_DIR=${folder}`) || command?.includes(folder) || cwd?.startsWith(folder))
}

function hasEnvironment(pid: number, mark: string) {
  return (
    own(() => readFileSync(`/proc/${pid}/environ`, 'utf8'))
      ?.split('\0')
      .includes(mark) ?? false
  )
}

/** What follows the name in /proc/pid/stat: state, then parent. */
function stat(pid: number) {
  return readIfThere(`/proc/${pid}/stat`)?.split(') ').pop()?.split(' ')
}

function readIfThere(path: string) {
  return own(() => readFileSync(path, 'utf8'))
}

/** What can be read of a process that may be gone meanwhile, or be another user's. */
function own<T>(read: () => T) {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code!)) return undefined
    throw error
  }
}
