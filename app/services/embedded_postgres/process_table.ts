import { readFileSync } from 'node:fs'

/** Clock ticks since boot at which a process started, '' where /proc does not exist. */
export function startTime(pid: number) {
  return stat(pid)?.[19] ?? ''
}

/** @param started what `startTime` said of the process that is meant: its pid may belong to another one now */
export function isAlive(pid: number, started?: string) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const fields = stat(pid)
  return fields?.[0] !== 'Z' && (!started || fields?.[19] === started)
}

/** Its command line, undefined where /proc does not exist. */
export function commandOf(pid: number) {
  return readIfThere(`/proc/${pid}/cmdline`)
}

/** A file that another process may remove at any moment. */
export function readIfThere(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code!)) return undefined
    throw error
  }
}

/** What follows the name in /proc/pid/stat: state first, start time twentieth. */
function stat(pid: number) {
  return readIfThere(`/proc/${pid}/stat`)?.split(') ').pop()?.split(' ')
}
