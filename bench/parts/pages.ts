import db from '@adonisjs/lucid/services/db'
import { freePort } from '#tests/support/port'
import type { Bench, Cost } from '../bench.js'
import { Browser, stranger } from '../browsers.js'
import { type Floor, STANDS, aFair, act, queueUp } from '../fairs.js'
import { inChild } from '../load/child.js'
import type { Measure, Plan } from '../load/plan.js'
import { candidates } from '../people.js'
import { Server } from '../server.js'
import { figure, goal, print, spread } from '../table.js'

const ATTENDEES = 600
const QUEUES = 5
const LOAD = { connections: 16, cycle: true, warmUp: 3, seconds: 6, expected: 200 }

/** What pages cost beside a server that does nothing, asked in the same way before and after them. */
export async function measurePages(bench: Bench) {
  const floor = await prepare()
  const visitors = await Promise.all(Array.from({ length: 100 }, () => Browser.open()))
  const own = floor.attendances.slice(ATTENDEES / 3).map(({ person }) => person.browser)
  const path = floor.fair.path

  const before = await bare()
  const page = await bench.load('candidate page', { ...LOAD, requests: own.map((browser) => browser.get(`${path}/my`)) })
  const region = await bench.load('live region', { ...LOAD, requests: own.map((browser) => browser.get(`${path}/my/region`)) })
  const list = await bench.load('stand list', { ...LOAD, requests: visitors.map((browser) => browser.get(path)) })
  const first = await bench.load('stand list, first visit', { ...LOAD, warmUp: 1, seconds: 3, requests: [stranger(path)] })
  const after = await bare()

  const ruler = (before.perSecond + after.perSecond) / 2
  const row = (name: string, cost: Cost, wanted?: number) => {
    const ratio = ruler / cost.perSecond
    const aim = wanted ? goal(ratio <= wanted, `1:${wanted}, hope 1:${wanted / 2}`) : ''
    return [name, figure(cost.perSecond), `1:${figure(ratio)}`, ...spread(cost), figure(cost.node), figure(cost.postgres), aim]
  }
  print({
    title: `Pages · ${STANDS} stands, ${ATTENDEES * QUEUES} queue entries, ${LOAD.connections} connections`,
    columns: ['', 'req/s', 'of bare', 'p50', 'p95', 'p99 ms', 'node', 'postgres ms CPU', 'goal'],
    rows: [
      ['bare node:http, before', figure(before.perSecond), '1:1', ...spread(before), '', '', ''],
      ['bare node:http, after', figure(after.perSecond), '1:1', ...spread(after), '', '', ''],
      row(`candidate page, ${QUEUES} queues`, page, 120),
      row('its live region', region, 90),
      row('public stand list', list),
      row('public stand list, no cookie yet', first),
    ],
  })
}

async function bare() {
  const port = await freePort()
  const server = await Server.bare(port)
  const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\n\r\n`
  const measure = await inChild<Plan, Measure>('load.ts', { ...LOAD, port, warmUp: 1, seconds: 4, requests: [request] })
  await server.stop()
  return measure
}

/** Everybody waits at five stands; at half of the stands somebody is inside. */
async function prepare(): Promise<Floor> {
  const floor = await aFair('bench-pages', 2, await candidates(ATTENDEES))
  const places = Array.from({ length: QUEUES }, (_, queue) =>
    floor.attendances.map(({ attendeeId }, i) => ({ attendeeId, standId: floor.stands[(i + queue * 9) % STANDS].id }))
  )
  await queueUp(floor, places.flat())
  await floor.fair.open(act())
  for (const stand of floor.stands.slice(0, STANDS / 2)) {
    const called = await db
      .from('calls')
      .where('stand_id', stand.id)
      .whereNull('ended_at')
      .whereNotExists(
        (inside) => void inside.from('interviews').whereColumn('interviews.attendee_id', 'calls.attendee_id').whereNull('ended_at')
      )
      .orderBy('id')
      .first()
    const attendee = await floor.fair.related('attendees').query().where('id', called.attendee_id).firstOrFail()
    await stand.startInterview(attendee, act())
  }
  return floor
}
