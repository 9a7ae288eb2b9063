import { spawnSync } from 'node:child_process'

/** The user that every machine has and that owns nothing. */
export const STRANGER = 65534

/** Whether an ordinary user could start what is in this folder: root alone enters /root, for instance. */
export function strangersReach(folder: string) {
  if (process.getuid!() !== 0) return true
  const { status } = spawnSync('test', ['-r', `${folder}/node_modules/pg/package.json`], { uid: STRANGER, gid: STRANGER, cwd: '/' })
  return status === 0
}
