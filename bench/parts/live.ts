import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'
import db from '@adonisjs/lucid/services/db'
import { LIVE } from '#models/mixins/live'
import type { Bench } from '../bench.js'
import type { Floor } from '../fairs.js'
import { launch } from '../load/child.js'
import type { Order } from '../load/listeners.js'
import { candidates } from '../people.js'
import { figure, goal, print, spread } from '../table.js'
import { clock, spreadOf } from '../timings.js'
import { crowdedFair } from './interviews.js'

const CROWDS = [500, 2000]
const WARM = 400
const EVENTS = 12
const AT_ONCE = 50
/** longer than the quiet time of a channel, and than a signal takes to reach everybody (ms) */
const BETWEEN = 600
const GOAL = 100

/** One signal to many pages of candidates, each of which listens to all that its page shows. */
export async function measureLive(bench: Bench) {
  const floor = await crowdedFair('bench-live', await candidates(CROWDS.at(-1)!))
  const requests = await streamsOf(floor)
  const channel = `fairs/${floor.fair.id}`
  await bench.renewServer()
  await warmUp(bench, requests.slice(0, WARM))
  const listeners = launch('listeners.ts')
  const { memory: alone } = await bench.server.probe({ gc: true })
  const rows: string[][] = []
  let count = 0
  for (const crowd of CROWDS) {
    const began = clock()
    const port = bench.workspace.port
    const { opened } = await ask<{ opened: number[] }>(listeners, {
      open: { port, channel, requests: requests.slice(count, crowd), atOnce: AT_ONCE },
    })
    const rate = (crowd - count) / ((clock() - began) / 1000)
    count = crowd
    const { memory } = await bench.server.probe({ gc: true })
    const delays = await signals(bench, listeners, channel, crowd)
    const reach = spreadOf(delays)
    rows.push([
      `${crowd} streams`,
      figure(rate),
      figure(spreadOf(opened).p99),
      ...spread(reach),
      figure(Math.max(...delays)),
      figure((memory.rss - alone.rss) / 1024 / crowd),
      crowd === CROWDS.at(-1) ? goal(reach.p99 < GOAL, `p99 < ${GOAL} ms, hope ${GOAL / 2}`) : '',
    ])
  }
  listeners.disconnect()
  print({
    title: `Live · one process holds all streams, each of ${requests[0].split('c=').length - 1} channels; ${EVENTS} signals, from before their commit to each reception`,
    columns: ['', 'opened/s', 'p99 ms', 'signal p50', 'p95', 'p99', 'max ms', 'KiB/stream', 'goal'],
    rows,
  })
}

/** The first streams of a process load and compile what opens them; they are closed again before anything counts. */
async function warmUp(bench: Bench, requests: string[]) {
  const listeners = launch('listeners.ts')
  await ask(listeners, { open: { port: bench.workspace.port, channel: '', requests, atOnce: AT_ONCE } })
  listeners.disconnect()
  await once(listeners, 'exit')
  await sleep(BETWEEN)
}

/** What a candidate's page asks for: own news, own row, the fair, the queues. */
async function streamsOf({ fair, attendances }: Floor) {
  const { rows } = await db.rawQuery(
    'select attendee_id as attendee, array_agg(stand_id) as stands from queue_entries where fair_id = ? group by 1',
    [fair.id]
  )
  const standsOf = new Map(rows.map((row: { attendee: number; stands: string[] }) => [row.attendee, row.stands]))
  return attendances.map(({ attendeeId, person }) => {
    const queues = (standsOf.get(attendeeId) as string[]).map((id) => `stands/${id}/queue`)
    const query = new URLSearchParams(
      [`users/${person.id}`, `attendees/${attendeeId}`, `fairs/${fair.id}`, ...queues].map((channel) => ['c', channel])
    )
    return person.browser.get(`/live?${query}`)
  })
}

/** @returns the delays (ms) of all receptions of several signals */
async function signals(bench: Bench, listeners: ChildProcess, channel: string, crowd: number) {
  const delays: number[] = []
  for (let i = 0; i < EVENTS; i++) {
    const sent = clock()
    await db.rawQuery('select pg_notify(?, ?)', [LIVE, JSON.stringify({ channels: [channel] })])
    await sleep(BETWEEN)
    const { heard } = await ask<{ heard: number[] }>(listeners, { collect: true })
    if (heard.length !== crowd) bench.failures.push(`a signal to ${crowd} streams was heard ${heard.length} times`)
    // The first only warms the code that tells.
    if (i > 0) delays.push(...heard.map((at) => at - sent))
  }
  return delays
}

async function ask<T>(listeners: ChildProcess, order: Order): Promise<T> {
  listeners.send(order)
  const ended = once(listeners, 'exit').then(([code]) => Promise.reject(new Error(`bench/load/listeners.ts ended with ${code}`)))
  const [answer] = await Promise.race([once(listeners, 'message'), ended])
  return answer as T
}
