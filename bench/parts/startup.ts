import { setTimeout as sleep } from 'node:timers/promises'
import { postgresUsage } from '../postgres.js'
import { Server } from '../server.js'
import { figure, print } from '../table.js'
import type { Workspace } from '../workspace.js'

const PAUSE = 3000
const MIB = 1024 * 1024

/** How long it takes to answer, and what it then holds. @returns the server, for what comes next */
export async function startUp(workspace: Workspace) {
  const first = await Server.start(workspace.port)
  await first.stop()
  await workspace.databaseStopped()
  const cold = await Server.start(workspace.port)
  await cold.stop()
  const warm = await Server.start(workspace.port)
  await sleep(PAUSE)
  const { memory } = await warm.probe({ gc: true })
  const postgres = postgresUsage(workspace.postmaster)
  print({
    title: 'Start-up and idle memory',
    columns: ['', '', 'goal'],
    rows: [
      ['first start, database created (and built, if the sources had changed)', figure(first.startedIn / 1000, ' s'), '≤ 25 s'],
      ['later start, database stopped', figure(cold.startedIn / 1000, ' s'), '≤ 5 s'],
      ['later start, database running', figure(warm.startedIn / 1000, ' s'), '≤ 5 s'],
      ['node, idle: resident / of which heap', `${figure(memory.rss / MIB)} / ${figure(memory.heapUsed / MIB)} MiB`, ''],
      ['PostgreSQL, idle: all its processes, what they share counted once', figure(postgres?.memory ?? NaN, ' MiB'), ''],
    ],
  })
  return warm
}
