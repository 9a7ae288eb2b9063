import { createHash, randomBytes } from 'node:crypto'
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { symlinkSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { exclusively } from '#services/embedded_postgres/exclusive'
import { GUARD } from '#services/embedded_postgres/guard'
import { commandOf, isAlive, readIfThere, startTime } from '#services/embedded_postgres/process_table'
import { StartupError } from '#services/var_dir'

/** How long PostgreSQL stays up after its last client process has gone (seconds): a restart finds it warm. */
const LINGER = 5

/** Starts tried before giving up. */
const MOST_STARTS = 3

/** How often a process that needs the database looks whether it is still guarded (ms). */
const WATCH = 2000

export const OWNER = 'tremplin_owner'
export const RUNTIME = 'tremplin_app'

const NAMESPACE = ['unshare', '-U', '--map-user=65534', '--map-group=65534']

type Identity = { uid?: number; gid?: number; wrap: string[] }

export interface EmbeddedOptions {
  /** false only for clusters thrown away after the tests: no fsync */
  durable: boolean
  /** folder of another set of binaries (the tests of older versions) */
  native?: string
}

/**
 * The PostgreSQL that Tremplin brings with it. One cluster per folder, shared by every process of the
 * installation through a private Unix socket; nothing listens on the network.
 */
export class EmbeddedPostgres {
  readonly #base: string
  readonly #options: EmbeddedOptions
  readonly #data: string
  readonly #clients: string
  readonly #sockets: string
  readonly #password: string
  #watching?: NodeJS.Timeout

  constructor(base: string, options: EmbeddedOptions = { durable: true }) {
    this.#base = base
    this.#options = options
    this.#data = join(base, 'data')
    this.#clients = join(base, 'clients')
    this.#password = join(base, 'password')
    // A Unix socket's path has at most 107 bytes, so it cannot live under the project; nor in TMPDIR, which differs
    // between a login, a service and a cron job of the same installation.
    this.#sockets = join('/tmp', 'tremplin-' + createHash('sha256').update(base).digest('hex').slice(0, 12))
  }

  /** How a `pg` client reaches the cluster. The password is read when a connection opens, not before. */
  connection(user: string, database: string) {
    const password = () => readFileSync(this.#password, 'utf8')
    // `pg` takes a function; Lucid's type of the same option does not know it.
    return { host: this.#sockets, port: 5432, user, database, password: password as unknown as string, ssl: false }
  }

  /**
   * Makes the cluster run with its two roles and `database`, and registers this process as one of its clients.
   * Safe to call from several processes at once, and again when the server has gone away.
   * @throws {StartupError} with one sentence
   */
  async ensure(database: string) {
    this.#refuseOtherPlatforms()
    const who = this.#identity()
    for (const dir of [this.#base, this.#clients, this.#sockets]) this.#privateDir(dir, who)
    writeFileSync(join(this.#clients, String(process.pid)), startTime(process.pid))
    const lock = join(this.#base, 'start.lock')
    this.#privateFile(lock, who)
    await exclusively(lock, async () => {
      if (!this.#guarded()) this.#linkLibraries()
      if (!existsSync(join(this.#data, 'PG_VERSION'))) await this.#initialise(who)
      await this.#running(who)
      await this.#createDatabase(database, who)
    })
  }

  /**
   * `ensure`, and again whenever the guard is found dead for as long as this process lives.
   * @param report hears why a later attempt failed; the next one follows
   */
  async keep(database: string, report: (error: unknown) => void) {
    await this.ensure(database)
    this.#watch(database, report)
  }

  /** This process needs the database no more; the guard stops it some seconds after the last one. */
  release() {
    clearTimeout(this.#watching)
    this.#watching = undefined
    rmSync(join(this.#clients, String(process.pid)), { force: true })
  }

  #watch(database: string, report: (error: unknown) => void) {
    this.#watching = setTimeout(async () => {
      if (!this.#guarded()) await this.ensure(database).catch(report)
      if (this.#watching) this.#watch(database, report)
    }, WATCH).unref()
  }

  #refuseOtherPlatforms() {
    const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(`${process.platform}-${process.arch}`)
    if (!supported && !this.#options.native)
      throw new StartupError('The embedded database does not exist for this platform. Set DATABASE_URL to a PostgreSQL 15 or later.')
  }

  /** As root, the least privileged user that can reach the folder: PostgreSQL refuses to run as root. */
  #identity(): Identity {
    if (process.getuid?.() !== 0) return { wrap: [] }
    const owner = statSync(this.#data, { throwIfNoEntry: false })
    if (owner?.uid) return { uid: owner.uid, gid: owner.gid, wrap: [] }
    if (owner) return { wrap: NAMESPACE }
    for (const name of ['postgres', 'nobody']) {
      const line = readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((entry) => entry.startsWith(name + ':'))
      if (!line) continue
      const [, , uid, gid] = line.split(':')
      const reach = spawnSync('test', ['-x', this.#native('bin')], { uid: Number(uid), gid: Number(gid), cwd: '/' })
      const home = spawnSync('test', ['-x', existing(this.#base)], { uid: Number(uid), gid: Number(gid), cwd: '/' })
      if (reach.status === 0 && home.status === 0) return { uid: Number(uid), gid: Number(gid), wrap: [] }
    }
    // A folder that only root can enter (/root): a user namespace in which root is called something else.
    if (spawnSync(NAMESPACE[0], [...NAMESPACE.slice(1), 'true']).status === 0) return { wrap: NAMESPACE }
    throw new StartupError(
      `PostgreSQL refuses to run as root, and no other user can read ${existing(this.#base)}. ` +
        'Put Tremplin in a folder that everyone may enter (/srv/tremplin), start it as an ordinary user, or set DATABASE_URL.'
    )
  }

  #native(...segments: string[]) {
    const folder = this.#options.native ?? join(packageDir(`@embedded-postgres/${process.platform}-${process.arch}`), 'native')
    return join(folder, ...segments)
  }

  #privateDir(dir: string, who: Identity) {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    const found = lstatSync(dir)
    if (!found.isDirectory() || ![process.getuid?.(), who.uid].includes(found.uid))
      throw new StartupError(`${dir} belongs to another user, so the embedded database cannot use it. Remove it or set VAR_DIR.`)
    if (who.uid !== undefined) chownSync(dir, who.uid, who.gid!)
  }

  /** A file that both this process and the database's user may write, whichever of them comes first. */
  #privateFile(path: string, who: Identity) {
    closeSync(openSync(path, 'a', 0o600))
    if (who.uid !== undefined) chownSync(path, who.uid, who.gid!)
  }

  async #initialise(who: Identity) {
    const fresh = this.#data + '.new'
    rmSync(fresh, { recursive: true, force: true })
    writeFileSync(this.#password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (who.uid !== undefined) chownSync(this.#password, who.uid, who.gid!)
    const files = ['-D', fresh, `--pwfile=${this.#password}`, ...(this.#options.durable ? [] : ['--no-sync'])]
    const cluster = ['-U', 'postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions']
    const result = this.#run(who, 'initdb', [...files, ...cluster])
    if (result.status !== 0)
      throw new StartupError(`The embedded database could not be created: ${result.error?.message ?? result.stderr.trim()}`)
    renameSync(fresh, this.#data)
  }

  /** npm may be told to run no install script: then the links between versions of the libraries are missing. */
  #linkLibraries() {
    const list = readIfThere(this.#native('pg-symlinks.json'))
    for (const { source, target } of list ? (JSON.parse(list) as { source: string; target: string }[]) : []) {
      const link = join(dirname(this.#native()), target)
      if (!existsSync(link)) this.#link(source.split('/').pop()!, link)
    }
  }

  #link(target: string, link: string) {
    try {
      symlinkSync(target, link)
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      // Another process was faster.
      if (code === 'EEXIST') return
      throw new StartupError(`The embedded database was installed without its install script, and it cannot be made good here: ${message}.`)
    }
  }

  #run(who: Identity, program: string, args: string[]) {
    const [command, ...rest] = [...who.wrap, this.#native('bin', program), ...args]
    return spawnSync(command, rest, {
      uid: who.uid,
      gid: who.gid,
      cwd: this.#base,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
  }

  #guarded() {
    const [pid, started] = readIfThere(join(this.#base, 'guard.pid'))?.trim().split(' ') ?? []
    return Number(pid) > 0 && isAlive(Number(pid), started)
  }

  async #start(who: Identity) {
    const orphan = await this.#orphan()
    const path = join(this.#base, 'postgres.log')
    this.#privateFile(path, who)
    const log = openSync(path, 'a')
    const settings = ['listen_addresses=', 'max_connections=150', 'shared_buffers=128MB', 'password_encryption=scram-sha-256']
    const speed = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum_naptime=10min']
    const options = [...settings, ...(this.#options.durable ? [] : speed)].flatMap((setting) => ['-c', setting])
    const guarded = [this.#native('bin', 'postgres'), this.#data, this.#sockets, this.#clients, String(LINGER), String(orphan ?? '')]
    const [command, ...rest] = [...who.wrap, 'sh', '-c', GUARD, 'tremplin-guard', ...guarded, ...options]
    const child = spawn(command, rest, {
      uid: who.uid,
      gid: who.gid,
      cwd: this.#base,
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
    child.unref()
    closeSync(log)
    for (let waited = 0; !this.#guarded() && child.exitCode === null && waited < 2000; waited += 10) await sleep(10)
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
  async #running(who: Identity) {
    const deadline = Date.now() + 60_000
    for (let starts = 0; ; await sleep(10)) {
      const guarded = this.#guarded()
      if (guarded && (await answers(join(this.#sockets, '.s.PGSQL.5432')))) return
      if (guarded && Date.now() < deadline) continue
      if (guarded || starts++ >= MOST_STARTS)
        throw new StartupError(`The embedded database did not start. See ${join(this.#base, 'postgres.log')}.`)
      await this.#start(who)
    }
  }

  async #createDatabase(database: string, who: Identity) {
    const client = await this.#superuser(who)
    try {
      const password = client.escapeLiteral(readFileSync(this.#password, 'utf8'))
      const roles = await client.query(`select 1 from pg_roles where rolname = $1`, [RUNTIME])
      // One message is one transaction: there are never half the roles.
      if (!roles.rowCount)
        await client.query(`create role ${OWNER} login createdb password ${password}; create role ${RUNTIME} login password ${password}`)
      const found = await client.query(`select 1 from pg_database where datname = $1`, [database])
      if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER}`)
    } finally {
      await client.end()
    }
  }

  /** Accepting connections is not yet being ready: after a crash PostgreSQL first recovers. */
  async #superuser(who: Identity) {
    for (;;) {
      const client = new pg.Client(this.connection('postgres', 'postgres'))
      client.on('error', () => undefined)
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(() => undefined)
        if (!['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code: string }).code)) throw error
        await sleep(20)
        await this.#running(who)
      }
    }
  }
}

function packageDir(name: string) {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    throw new StartupError(`The embedded database is not installed (${name}). Run npm ci without --omit=optional, or set DATABASE_URL.`)
  }
}

/** The nearest folder of `path` that exists. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path))
}

function answers(socket: string) {
  return new Promise<boolean>((resolve) => {
    const client = createConnection(socket)
    client.once('connect', () => (client.destroy(), resolve(true))).once('error', () => resolve(false))
  })
}
