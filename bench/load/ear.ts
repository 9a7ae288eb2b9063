/*
 * Hears every commit, as PostgreSQL tells it, and when: in a process of its own, which nothing else keeps waiting. Heard late, a
 * commit would seem to be shown by the refetch after the one that shows it.
 */
import { setPriority } from 'node:os'
import pg from 'pg'
import { clock } from '../timings.js'

export interface Heard {
  at: number
  channels: string[]
}

process.once('message', async ({ database, channel }: { database: pg.ClientConfig; channel: string }) => {
  const client = new pg.Client(database)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  for (const pid of [process.pid, rows[0].pid]) hurry(pid)
  client.on('notification', ({ payload }) => {
    const at = clock()
    const { channels } = JSON.parse(payload!) as { channels?: string[] }
    if (channels) process.send!({ at, channels } satisfies Heard)
  })
  await client.query(`listen ${channel}`)
  process.send!({ at: clock(), channels: [] } satisfies Heard)
})
process.on('disconnect', () => process.exit(0))

/** Before the others, where that is allowed. */
function hurry(pid: number) {
  try {
    setPriority(pid, -10)
  } catch (error) {
    console.error(`The ear waits like the others: ${(error as Error).message}`)
  }
}
