import { spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartupError } from '#services/var_dir'

/** Who PostgreSQL runs as: this user, another, or one of a namespace that the command `wrap` enters. */
export type Identity = { uid?: number; gid?: number; wrap: string[] }

const NAMESPACE = ['unshare', '-U', '--map-user=65534', '--map-group=65534']

/**
 * As root, the least privileged user that can reach the folders: PostgreSQL refuses to run as root.
 * @throws {StartupError} when there is none
 */
export function identityFor({ base, data, programs }: { base: string; data: string; programs: string }): Identity {
  if (process.getuid?.() !== 0) return { wrap: [] }
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner?.uid) return { uid: owner.uid, gid: owner.gid, wrap: [] }
  if (owner) return { wrap: NAMESPACE }
  for (const who of ['postgres', 'nobody'].flatMap(known)) if (mayEnter(who, programs) && mayEnter(who, existing(base))) return who
  // A folder that only root can enter (/root): a user namespace in which root is called something else.
  if (spawnSync(NAMESPACE[0], [...NAMESPACE.slice(1), 'true']).status === 0) return { wrap: NAMESPACE }
  throw new StartupError(
    `PostgreSQL refuses to run as root, and no other user can read ${existing(base)}. ` +
      'Put Tremplin in a folder that everyone may enter (/srv/tremplin), start it as an ordinary user, or set DATABASE_URL.'
  )
}

/** @throws {StartupError} when it belongs to somebody else */
export function privateDir(path: string, who: Identity) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  if (!found.isDirectory() || ![process.getuid?.(), who.uid].includes(found.uid))
    throw new StartupError(`${path} belongs to another user, so the embedded database cannot use it. Remove it or set VAR_DIR.`)
  give(path, who)
}

/** A file that both this process and the database's user may write, whichever of them comes first. */
export function privateFile(path: string, who: Identity) {
  closeSync(openSync(path, 'a', 0o600))
  give(path, who)
}

function give(path: string, who: Identity) {
  if (who.uid !== undefined) chownSync(path, who.uid, who.gid!)
}

function known(name: string): (Identity & { uid: number; gid: number })[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const [, , uid, gid] = lines.find((line) => line.startsWith(name + ':'))?.split(':') ?? []
  return uid ? [{ uid: Number(uid), gid: Number(gid), wrap: [] }] : []
}

function mayEnter({ uid, gid }: { uid: number; gid: number }, path: string) {
  return spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
}

/** The nearest folder of `path` that exists. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path))
}
