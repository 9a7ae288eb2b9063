import { freePort } from '#tests/support/port'
import type { Bench } from '../bench.js'
import { type Floor, aFair, act } from '../fairs.js'
import { inspect } from '../inspection.js'
import { pagesOf } from '../live_pages.js'
import { inChild } from '../load/child.js'
import type { Measure, Plan } from '../load/plan.js'
import { candidates } from '../people.js'
import { Server } from '../server.js'
import { figure, goal, print, spread } from '../table.js'
import { measureHour } from './hour.js'
import { measureWaking } from './waking.js'

const PEOPLE = 3000
const STANDS = 120
const QUEUES = 5
const ONE_STAND = 1200
/** A whole fair: everybody joins, then an hour of it, twenty times as fast, with the pages of those who look. */
export async function measureFair(bench: Bench) {
  const before = await bare()
  const floor = await aFair('bench-fair', 2, await candidates(PEOPLE), STANDS)
  await floor.fair.open(act())
  await measureJoining(bench, floor)
  await measureOneStand(bench)
  await bench.renewServer()
  const pages = await pagesOf(floor)
  await measureHour(bench, floor, pages)
  await measureWaking(bench, pages)
  const after = await bare()
  print({
    title: 'The ruler · bare node:http on the same machine, before and after',
    columns: ['', 'req/s', 'p50', 'p95', 'p99 ms', ''],
    rows: [
      ['before', figure(before.perSecond), ...spread(before), ''],
      ['after', figure(after.perSecond), ...spread(after), ''],
    ],
  })
}

async function bare() {
  const port = await freePort()
  const server = await Server.bare(port)
  const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\n\r\n`
  const plan = { port, connections: 16, cycle: true, warmUp: 1, seconds: 4, expected: 200, requests: [request] }
  const measure = await inChild<Plan, Measure>('load.ts', plan)
  await server.stop()
  return measure
}

/** Everybody joins five queues, as fast as they are answered; neighbours in the list are at different stands. */
async function measureJoining(bench: Bench, { fair, stands, attendances }: Floor) {
  const path = `${fair.path}/my/entries`
  const requests = Array.from({ length: QUEUES }, (_, round) =>
    attendances.map(({ person }, i) => person.browser.post(path, { standId: stands[(i + round * 23) % STANDS].id, despite: 1 }))
  ).flat()
  const cost = await bench.load('join', { requests, cycle: false, expected: 303, connections: 32, warmUp: 3, seconds: 600 })
  await inspect(bench, fair.id, { entries: PEOPLE * QUEUES })
  print({
    title: `Joins · ${figure(PEOPLE)} people, ${STANDS} stands, ${QUEUES} queues each`,
    columns: ['', 'join/s', 'p50', 'p95', 'p99 ms', 'node', 'postgres ms CPU', 'goal'],
    rows: [
      [
        'over the stands, 32 at once',
        figure(cost.perSecond),
        ...spread(cost),
        figure(cost.node),
        figure(cost.postgres),
        goal(cost.perSecond >= 250 && cost.p95 < 300, '250/s, p95 < 300 ms'),
      ],
    ],
  })
}

/** At a fair of its own: the hour is not one in which every second person waits at the same stand too. */
async function measureOneStand(bench: Bench) {
  const { fair, stands, attendances } = await aFair('bench-one-stand', 1, await candidates(ONE_STAND), 1)
  await fair.open(act())
  const path = `${fair.path}/my/entries`
  const requests = attendances.map(({ person }) => person.browser.post(path, { standId: stands[0].id, despite: 1 }))
  const cost = await bench.load('join one stand', { requests, cycle: false, expected: 303, connections: 32, warmUp: 1, seconds: 600 })
  await inspect(bench, fair.id, { entries: ONE_STAND })
  print({
    title: `Joins · ${figure(ONE_STAND)} people, one stand`,
    columns: ['', 'join/s', 'p50', 'p95', 'p99 ms', 'goal'],
    rows: [['32 at once', figure(cost.perSecond), ...spread(cost), goal(cost.perSecond >= 120 && cost.p95 < 300, '120/s, p95 < 300 ms')]],
  })
}
