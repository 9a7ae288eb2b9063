import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

/** Where the installation is: a build's own folder is emptied by the next one, so what must last lies beside it. */
export const home = basename(root) === 'build' ? dirname(root) : root

/**
 * The folder of everything that this installation writes: embedded database, private environment, files.
 * `VAR_DIR`, or `var/` beside the sources.
 */
export function varDir() {
  return resolve(process.env.VAR_DIR ?? join(home, 'var'))
}

export function varPath(...segments: string[]) {
  return join(varDir(), ...segments)
}

/** Creates the folder, private to its owner. @throws an Error with one sentence when nothing can be written there. */
export function ensureVarDir() {
  try {
    // Others may pass through, never look: as root the database runs as another user, in a folder below.
    if (mkdirSync(varDir(), { recursive: true })) chmodSync(varDir(), 0o711)
    accessSync(varDir(), constants.W_OK)
  } catch (error) {
    throw new StartupError(`Tremplin cannot write in ${varDir()} (${(error as Error).message}). Set VAR_DIR to a folder of its own.`)
  }
}

/** A reason for not starting, in one sentence for whoever typed the command. */
export class StartupError extends Error {
  override name = 'StartupError'
}
