import { spawnSync } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Identity } from '#services/embedded_postgres/identity'
import { readIfThere } from '#services/embedded_postgres/process_table'
import { StartupError } from '#services/var_dir'

const PLATFORMS = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])

/** The programs of PostgreSQL, as npm installed them for this platform. */
export class Binaries {
  readonly #folder: string

  /**
   * @param folder another set of them (the tests of older versions)
   * @throws {StartupError} when there are none for this platform
   */
  constructor(folder?: string) {
    const platform = `${process.platform}-${process.arch}`
    if (!folder && !PLATFORMS.has(platform))
      throw new StartupError('The embedded database does not exist for this platform. Set DATABASE_URL to a PostgreSQL 15 or later.')
    this.#folder = folder ?? join(packageDir(`@embedded-postgres/${platform}`), 'native')
  }

  path(...segments: string[]) {
    return join(this.#folder, ...segments)
  }

  run(who: Identity, cwd: string, program: string, args: string[]) {
    const [command, ...rest] = [...who.wrap, this.path('bin', program), ...args]
    return spawnSync(command, rest, { uid: who.uid, gid: who.gid, cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  }

  /** npm may be told to run no install script: then the links between versions of the libraries are missing. */
  linkLibraries() {
    const list = readIfThere(this.path('pg-symlinks.json'))
    for (const { source, target } of list ? (JSON.parse(list) as { source: string; target: string }[]) : []) {
      const path = join(dirname(this.path()), target)
      if (!existsSync(path)) link(source.split('/').pop()!, path)
    }
  }
}

function link(target: string, path: string) {
  try {
    symlinkSync(target, path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // Another process was faster.
    if (code === 'EEXIST') return
    throw new StartupError(`The embedded database was installed without its install script, and it cannot be made good here: ${message}.`)
  }
}

function packageDir(name: string) {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    throw new StartupError(`The embedded database is not installed (${name}). Run npm ci without --omit=optional, or set DATABASE_URL.`)
  }
}
