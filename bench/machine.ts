import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { figure } from './table.js'
import { spreadOf } from './timings.js'

/** What the figures were taken on: without it they say nothing. */
export function describe(folder: string) {
  const [{ model }] = cpus()
  const sync = spreadOf(syncTimes(folder))
  return [
    `${cpus().length} × ${model.trim()}, ${figure(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.version}`,
    `A write made durable takes ${figure(sync.p50)} ms (p99 ${figure(sync.p99)}). Load before we began: ${figure(loadavg()[0])}.`,
    'The server, PostgreSQL and whoever asks them share these cores; each is a process of its own.',
  ].join('\n')
}

/** What makes a commit cost what it costs in production. */
export async function describeDatabase() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.rawQuery(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`
  )
  const { version, fsync, commit, pages } = rows[0]
  return `PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commit}, full_page_writes ${pages}.`
}

/** PostgreSQL's own way of making a commit durable, 8 KiB at a time (ms). */
function syncTimes(folder: string) {
  const path = join(folder, 'sync')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(8192, 1)
  for (let i = 0; i < 256; i++) writeSync(file, page)
  fdatasyncSync(file)
  const times = Array.from({ length: 200 }, (_, i) => {
    const began = performance.now()
    writeSync(file, page, 0, page.length, i * page.length)
    fdatasyncSync(file)
    return performance.now() - began
  })
  closeSync(file)
  rmSync(path)
  return times
}
