import { setTimeout as sleep } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import db from '@adonisjs/lucid/services/db'
import Poste from '#models/postes/poste'
import type PosteSession from '#models/postes/poste_session'
import { openSite } from '#models/postes/site_list'
import Station from '#models/postes/station'
import { freePort } from '#tests/support/port'
import type { Bench } from '../bench.js'
import { act } from '../fairs.js'
import { inChild, launch } from '../load/child.js'
import type { Order } from '../load/listeners.js'
import type { Measure, Plan } from '../load/plan.js'
import { Wire } from '../load/wire.js'
import { Server } from '../server.js'
import { figure, goal, print, spread } from '../table.js'
import { clock, spreadOf } from '../timings.js'

const STATIONS = 200
/** Each says that it is there this often (s). */
const BEAT = 10
/** How long it is looked at (s), after a while in which nothing counts. */
const SECONDS = 60
const CALM = 20
const SETTLE = 12
const ROUNDS = 20
const GOAL = 3
const SHOWN = 1000

interface Standing {
  posteId: number
  token: string
  session: PosteSession
}

/** Two hundred screens, on each of which somebody's time runs, and what they cost while nothing else happens. */
export async function measurePostes(bench: Bench) {
  const standing = await aRoom()
  await bench.renewServer()
  const alone = await share(bench, () => sleep(CALM * 1000))
  const listeners = await openStreams(bench, standing)
  const plan = planOf(standing, bench.workspace.port, SECONDS + SETTLE)
  const beats = inChild<Plan, Measure>('load.ts', plan)
  await sleep(SETTLE * 1000)
  const used = await share(bench, () => sleep((SECONDS - 1) * 1000))
  const measure = await beats
  for (const [status, count] of Object.entries(measure.unexpected)) bench.failures.push(`heartbeat: ${count} × ${status} instead of 200`)
  const shown = await timeAdded(bench, standing)
  listeners.disconnect()
  await inspectBeats(bench)
  const bare = await bareShare()
  const row = (name: string, cost: Share, more: string[] = ['', '', '']) => [name, ...more, figure(cost.node), figure(cost.postgres)]
  print({
    title: `Postes · ${STATIONS} stations with a stream each, one heartbeat every ${BEAT} s, for ${SECONDS} s`,
    columns: ['', 'p50', 'p95', 'p99 ms', 'node', 'postgres % of a core', 'goal'],
    rows: [
      row('nobody', alone),
      [...row('stations', used, spread(measure)), goal(used.node + used.postgres <= GOAL, `≤ ${GOAL} % together`)],
      row('bare node:http', bare.cost, spread(bare.measure)),
    ],
    notes: [
      `Both together: ${figure(used.node + used.postgres)} % of a core, of which the stations are ${figure(used.node + used.postgres - alone.node - alone.postgres)} %.`,
    ],
  })
  print({
    title: `Postes · ${ROUNDS} times added at the desk, from before the commit to the station that has read its new end`,
    columns: ['', 'p50', 'p95', 'p99 ms', 'goal'],
    rows: [['', ...spread(spreadOf(shown)), goal(Math.max(...shown) < SHOWN, `each < ${SHOWN} ms (${figure(Math.max(...shown))})`)]],
  })
}

/** % of one core */
interface Share {
  node: number
  postgres: number
}

async function aRoom(): Promise<Standing[]> {
  const site = await openSite({ name: 'Bench', mode: 'anonymous' }, act(), [])
  const standing: Standing[] = []
  for (let n = 1; n <= STATIONS; n++) {
    const { id: posteId } = await site.addPoste({ name: `Poste ${n}` }, act())
    const { station, token } = await Station.introduce('page', act())
    await station.stand(await Poste.findOrFail(posteId), act())
    const { id: visitorId } = await site.welcomeGuest(act())
    standing.push({ posteId, token, session: await site.issue({ visitorId, posteId, minutes: 240, started: true }, act()) })
  }
  return standing
}

const headOf = (method: string, path: string, token: string, more = '') =>
  `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${more}`

function planOf(standing: Standing[], port: number, seconds: number): Omit<Plan, 'port'> & { port: number } {
  const requests = standing.map(({ token }, i) => {
    const told = new URLSearchParams({ version: 'bench', offset: String(i % 7), since: '0' })
    return `${headOf('POST', `/station/heartbeats?${told}`, token, 'Content-Type: application/json\r\nAccept: application/json\r\n')}Content-Length: 0\r\n\r\n`
  })
  return { port, requests, connections: 8, cycle: true, expected: 200, warmUp: 2, seconds: seconds - 2, rate: STATIONS / BEAT }
}

/** What was used meanwhile, as a part of the time of one core. */
async function share(bench: Bench, work: () => Promise<unknown>): Promise<Share> {
  const [before, began] = [await bench.used(), clock()]
  await work()
  const [after, elapsed] = [await bench.used(), clock() - began]
  return { node: ((after.node - before.node) / elapsed) * 100, postgres: ((after.postgres - before.postgres) / elapsed) * 100 }
}

async function openStreams(bench: Bench, standing: Standing[]): Promise<ChildProcess> {
  const listeners = launch('listeners.ts')
  const requests = standing.map(
    ({ posteId, token }) => `${headOf('GET', `/live?c=postes/${posteId}`, token, 'Accept: text/event-stream\r\n')}\r\n`
  )
  listeners.send({ open: { port: bench.workspace.port, channel: '', requests, atOnce: 20 } } satisfies Order)
  await once(listeners, 'message')
  return listeners
}

/** A station that does as its page does: told that something is new, it asks for it. */
async function timeAdded(bench: Bench, standing: Standing[]): Promise<number[]> {
  const times: number[] = []
  const wire = await Wire.open(bench.workspace.port)
  for (const { posteId, token, session } of standing.slice(0, ROUNDS)) {
    const listener = launch('listeners.ts')
    const request = `${headOf('GET', `/live?c=postes/${posteId}`, token, 'Accept: text/event-stream\r\n')}\r\n`
    listener.send({ open: { port: bench.workspace.port, channel: `postes/${posteId}`, requests: [request], atOnce: 1 } } satisfies Order)
    await once(listener, 'message')
    await session.refresh()
    const end = session.endsAt!.plus({ minutes: 5 }).toMillis()
    const began = clock()
    await session.addTime(5, act())
    times.push((await heardAt(listener)) - began + (await readIn(bench, wire, token, end)))
    listener.disconnect()
  }
  wire.close()
  return times
}

async function heardAt(listener: ChildProcess): Promise<number> {
  for (const deadline = clock() + 5000; clock() < deadline; await sleep(5)) {
    listener.send({ collect: true } satisfies Order)
    const [{ heard }] = (await once(listener, 'message')) as [{ heard: number[] }]
    if (heard.length) return heard[0]
  }
  throw new Error('a station was not told of its time')
}

/** @returns how long it took to ask (ms) */
async function readIn(bench: Bench, wire: Wire, token: string, end: number) {
  const began = clock()
  const { text } = await wire.read(`${headOf('GET', '/station/state', token, 'Accept: application/json\r\n')}\r\n`)
  if (!text.includes(String(end)) && !text.includes(new Date(end).toISOString()))
    bench.failures.push(`a station read another end than ${end}: ${text.slice(-400)}`)
  return clock() - began
}

/** Nobody went missing, and every one was written. */
async function inspectBeats(bench: Bench) {
  const { rows } = await db.rawQuery(
    `select count(*) filter (where offline_since is not null) as lost, count(*) filter (where version = 'bench') as written from stations`
  )
  if (rows[0].lost > 0) bench.failures.push(`${rows[0].lost} stations were taken for lost`)
  if (rows[0].written !== STATIONS) bench.failures.push(`${rows[0].written} of ${STATIONS} stations were written`)
}

/** The same requests to a server that only answers. */
async function bareShare() {
  const port = await freePort()
  const server = await Server.bare(port)
  const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
  const plan = { port, connections: 8, cycle: true, warmUp: 1, seconds: CALM, expected: 200, requests: [request], rate: STATIONS / BEAT }
  const [before, began] = [await server.probe(), clock()]
  const measure = await inChild<Plan, Measure>('load.ts', plan)
  const [after, elapsed] = [await server.probe(), clock() - began]
  await server.stop()
  const cpu = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1000
  return { measure, cost: { node: (cpu / elapsed) * 100, postgres: 0 } }
}
