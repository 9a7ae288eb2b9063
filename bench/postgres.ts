import { existsSync, readFileSync, readdirSync } from 'node:fs'

/** Ticks of the kernel's accounts of CPU: a hundred a second on every Linux. */
const TICK = 10

export interface Usage {
  /** CPU of all its processes since they began (ms) */
  cpu: number
  /** memory of all its processes, what they share counted once (MiB) */
  memory: number
}

/** What PostgreSQL uses, or undefined where the system has no /proc to say it. */
export function postgresUsage(postmasterFile: string): Usage | undefined {
  if (!existsSync('/proc/self/smaps_rollup')) return undefined
  const postmaster = Number(readFileSync(postmasterFile, 'utf8').split('\n')[0])
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => statOf(pid)?.[1] === String(postmaster))
  const pids = [String(postmaster), ...children]
  const sum = (of: (pid: string) => number) => pids.reduce((total, pid) => total + of(pid), 0)
  return { cpu: sum(cpuOf) + reapedBy(String(postmaster)), memory: sum(sharedFairly) / 1024 }
}

/** The fields after the name: state, parent, … A process that has just ended has none. */
function statOf(pid: string) {
  return readIfThere(`/proc/${pid}/stat`)?.split(') ').pop()?.split(' ')
}

function cpuOf(pid: string) {
  const stat = statOf(pid)
  return stat ? (Number(stat[11]) + Number(stat[12])) * TICK : 0
}

/** Of those that ended, as their parent was told. */
function reapedBy(pid: string) {
  const stat = statOf(pid)
  return stat ? (Number(stat[13]) + Number(stat[14])) * TICK : 0
}

/** KiB, each shared page divided by the processes that share it. */
function sharedFairly(pid: string) {
  return Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0)
}

function readIfThere(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
