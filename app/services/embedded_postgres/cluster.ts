import { createHash, randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Binaries } from '#services/embedded_postgres/binaries'
import { GUARD } from '#services/embedded_postgres/guard'
import { type Identity, identityFor, privateDir, privateFile } from '#services/embedded_postgres/identity'
import { commandOf, isAlive, readIfThere } from '#services/embedded_postgres/process_table'
import { StartupError } from '#services/var_dir'

/** How long PostgreSQL stays up after its last client process has gone (seconds): a restart finds it warm. */
const LINGER = 5

/** Starts tried before giving up. */
const MOST_STARTS = 3

export interface EmbeddedOptions {
  /** false only for clusters thrown away after the tests: no fsync */
  durable: boolean
  /** folder of another set of binaries (the tests of older versions) */
  native?: string
}

/** One PostgreSQL and its guard, in one folder. */
export class Cluster {
  readonly base: string
  /** a file named by its process for each process that needs the server */
  readonly clients: string
  readonly sockets: string
  /** the file of the password of its roles */
  readonly password: string
  readonly #data: string
  readonly #options: EmbeddedOptions
  #found?: Binaries

  constructor(base: string, options: EmbeddedOptions) {
    this.base = base
    this.clients = join(base, 'clients')
    this.password = join(base, 'password')
    this.#data = join(base, 'data')
    this.#options = options
    // A Unix socket's path has at most 107 bytes, so it cannot live under the project; nor in TMPDIR, which differs
    // between a login, a service and a cron job of the same installation.
    this.sockets = join('/tmp', 'tremplin-' + createHash('sha256').update(base).digest('hex').slice(0, 12))
  }

  /** Who it runs as, with its folders made. */
  settle(): Identity {
    const who = identityFor({ base: this.base, data: this.#data, programs: this.#binaries.path('bin') })
    for (const dir of [this.base, this.clients, this.sockets]) privateDir(dir, who)
    return who
  }

  /** Makes what is missing: links, data. */
  async create(who: Identity) {
    if (!this.guarded()) this.#binaries.linkLibraries()
    if (!existsSync(join(this.#data, 'PG_VERSION'))) await this.#initialise(who)
  }

  get #binaries() {
    return (this.#found ??= new Binaries(this.#options.native))
  }

  /** Whether somebody restarts it when it dies. */
  guarded() {
    const [pid, started] = readIfThere(join(this.base, 'guard.pid'))?.trim().split(' ') ?? []
    return Number(pid) > 0 && isAlive(Number(pid), started)
  }

  async #initialise(who: Identity) {
    const fresh = this.#data + '.new'
    rmSync(fresh, { recursive: true, force: true })
    privateFile(this.password, who)
    writeFileSync(this.password, randomBytes(24).toString('base64url'))
    const files = ['-D', fresh, `--pwfile=${this.password}`, ...(this.#options.durable ? [] : ['--no-sync'])]
    const cluster = ['-U', 'postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions']
    const result = this.#binaries.run(who, this.base, 'initdb', [...files, ...cluster])
    if (result.status !== 0)
      throw new StartupError(`The embedded database could not be created: ${result.error?.message ?? result.stderr.trim()}`)
    renameSync(fresh, this.#data)
  }

  async #start(who: Identity) {
    const orphan = await this.#orphan()
    const path = join(this.base, 'postgres.log')
    privateFile(path, who)
    const log = openSync(path, 'a')
    const settings = ['listen_addresses=', 'max_connections=150', 'shared_buffers=128MB', 'password_encryption=scram-sha-256']
    const speed = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum_naptime=10min']
    const options = [...settings, ...(this.#options.durable ? [] : speed)].flatMap((setting) => ['-c', setting])
    const guarded = [this.#binaries.path('bin', 'postgres'), this.#data, this.sockets, this.clients, String(LINGER), String(orphan ?? '')]
    const [command, ...rest] = [...who.wrap, 'sh', '-c', GUARD, 'tremplin-guard', ...guarded, ...options]
    const child = spawn(command, rest, {
      uid: who.uid,
      gid: who.gid,
      cwd: this.base,
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
    child.unref()
    closeSync(log)
    for (let waited = 0; !this.guarded() && child.exitCode === null && waited < 2000; waited += 10) await sleep(10)
  }

  /** A postmaster whose guard was killed: it goes on under a new one, unless it is already stopping. */
  async #orphan() {
    for (let waited = 0; waited < 10_000; waited += 20) {
      const [pid, , , , , , , status] = readIfThere(join(this.#data, 'postmaster.pid'))?.split('\n') ?? []
      if (!pid || !isAlive(Number(pid)) || !(commandOf(Number(pid))?.includes(this.#data) ?? true)) return
      if (status?.trim() !== 'stopping') return Number(pid)
      await sleep(20)
    }
  }

  /**
   * A guard that is about to stop may have been seen alive a moment too early, so until the server accepts
   * connections the question is asked again.
   */
  async running(who: Identity) {
    const deadline = Date.now() + 60_000
    for (let starts = 0; ; await sleep(10)) {
      const guarded = this.guarded()
      if (guarded && (await answers(join(this.sockets, '.s.PGSQL.5432')))) return
      if (guarded && Date.now() < deadline) continue
      if (guarded || starts++ >= MOST_STARTS)
        throw new StartupError(`The embedded database did not start. See ${join(this.base, 'postgres.log')}.`)
      await this.#start(who)
    }
  }
}

function answers(socket: string) {
  return new Promise<boolean>((resolve) => {
    const client = createConnection(socket)
    client.once('connect', () => (client.destroy(), resolve(true))).once('error', () => resolve(false))
  })
}
