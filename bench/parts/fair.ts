import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import db from '@adonisjs/lucid/services/db'
import { LIVE } from '#models/mixins/live'
import { freePort } from '#tests/support/port'
import type { Bench } from '../bench.js'
import { Browser } from '../browsers.js'
import { databaseAddress } from '../database.js'
import { type Floor, aFair, act } from '../fairs.js'
import { inspect } from '../inspection.js'
import { inChild, launch } from '../load/child.js'
import type { HourMeasure, HourPlan } from '../load/hour.js'
import type { Collected, LivePage, PagesOrder } from '../load/pages.js'
import type { Measure, Plan } from '../load/plan.js'
import { candidates } from '../people.js'
import { Server } from '../server.js'
import { figure, goal, print, spread } from '../table.js'
import { spreadOf } from '../timings.js'

const PEOPLE = 3000
const STANDS = 120
const QUEUES = 5
const ONE_STAND = 1200
/** A room, then a hall: pages that are looked at, and for how long (s of a clock on the wall). */
const CROWDS: { pages: number; seconds: number; doors?: boolean }[] = [
  // Everybody is called at once when the doors open: that is not the hour.
  { pages: 200, seconds: 20, doors: true },
  { pages: 200, seconds: 45 },
  // Eight hundred pages that come at once are not the hour either.
  { pages: 1000, seconds: 20, doors: true },
  { pages: 1000, seconds: 180 },
]
const FASTER = 20

/** A whole fair: everybody joins, then an hour of it, twenty times as fast, with the pages of those who look. */
export async function measureFair(bench: Bench) {
  const before = await bare()
  const floor = await aFair('bench-fair', 2, await candidates(PEOPLE), STANDS)
  await floor.fair.open(act())
  await measureJoining(bench, floor)
  await measureOneStand(bench)
  await bench.renewServer()
  await measureHour(bench, floor)
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

async function measureHour(bench: Bench, floor: Floor) {
  const pages = await pagesOf(floor)
  const child = launch('pages.ts')
  const rows: string[][] = []
  const verbs: string[][] = []
  let opened = 0
  for (const crowd of CROWDS) {
    const database = databaseAddress()
    await ask(child, {
      open: { port: bench.workspace.port, pages: pages.slice(opened, crowd.pages), atOnce: 40, database, channel: LIVE },
    })
    opened = crowd.pages
    await ask<Collected>(child, { collect: true })
    const plan = await planOf(bench, floor, crowd.seconds)
    const hour = await inChild<HourPlan, HourMeasure>('hour.ts', plan)
    const seen = await ask<Collected>(child, { collect: true })
    for (const [status, count] of Object.entries({ ...hour.failed, ...seen.unexpected }))
      bench.failures.push(`${crowd.pages} pages: ${count} × ${status}`)
    if (crowd.doors) continue
    // The goal is that of every page that shows something else, however far the turn is.
    const all = [...seen.delays, ...seen.calm]
    const live = spreadOf(all)
    const aim = crowd.pages <= 200 ? 500 : 3000
    rows.push([
      `${crowd.pages} pages, ${crowd.seconds} s`,
      figure(all.length),
      figure(seen.fetches / crowd.seconds),
      ...spread(live),
      goal(live.p99 < aim, `p99 < ${aim} ms`),
    ])
    for (const [who, delays] of [
      ['those told at once', seen.delays],
      ['those whose turn is far', seen.calm],
    ] as const)
      rows.push([who, figure(delays.length), '', ...spread(spreadOf(delays)), ''])
    verbs.push(...verbRows(crowd, hour))
  }
  child.disconnect()
  await once(child, 'exit')
  await inspect(bench, floor.fair.id)
  print({
    title: `An hour of fair, ${FASTER} times as fast · each step as it is asked`,
    columns: ['', 'a second', 'p50', 'p95', 'p99 ms', 'goal'],
    rows: verbs,
  })
  print({
    title: 'Live · from each commit to the end of the refetch that shows it, of every page that must',
    columns: ['', 'shown', 'refetches/s', 'p50', 'p95', 'p99 ms', 'goal'],
    rows,
    notes: [`Violations: ${bench.failures.length}`],
  })
}

function verbRows({ pages, seconds }: (typeof CROWDS)[number], hour: HourMeasure) {
  const row = (name: string, count: number, measure: HourMeasure['start']) => [
    `${name}, ${pages} pages`,
    figure(count / seconds),
    ...spread(measure),
    goal(measure.p95 < 300, 'p95 < 300 ms'),
  ]
  return [
    row('start', hour.starts, hour.start),
    row('complete', hour.completes, hour.complete),
    [`available again, ${pages} pages`, '', ...spread(hour.resume), `${hour.noShows} did not come, ${hour.refused} refused`],
  ]
}

/** One page in eight is a stand's dashboard, one the control room, the others candidates'. */
async function pagesOf({ fair, stands, attendances }: Floor): Promise<LivePage[]> {
  const { rows } = await db.rawQuery(
    `select attendee_id as attendee, array_agg(stand_id::text) as stands from queue_entries
    where fair_id = ? and left_at is null group by 1`,
    [fair.id]
  )
  const standsOf = new Map<number, string[]>(rows.map((row: { attendee: number; stands: string[] }) => [row.attendee, row.stands]))
  const boards = await Promise.all(
    stands.map(async (stand) => {
      const link = await stand.link()
      const browser = await Browser.open({ links: [link!.id] })
      return livePage(browser, [`stands/${stand.id}`], `${fair.path}/stands/${stand.id}/dashboard/region`)
    })
  )
  const own = attendances.map(({ attendeeId, person }) => {
    const queues = (standsOf.get(attendeeId) ?? []).map((id) => `stands/${id}/queue`)
    return livePage(person.browser, [`attendees/${attendeeId}`, `fairs/${fair.id}`, ...queues], `${fair.path}/my/region`)
  })
  const most = CROWDS.at(-1)!.pages
  return Array.from({ length: most }, (_, i) => (i % 8 === 0 && boards.length ? boards.shift()! : own.pop()!))
}

function livePage(browser: Browser, channels: string[], region: string): LivePage {
  const query = new URLSearchParams(channels.map((channel) => ['c', channel]))
  return { stream: browser.get(`/live?${query}`), region: browser.get(region), channels }
}

async function planOf(bench: Bench, { fair, stands, attendances }: Floor, seconds: number): Promise<HourPlan> {
  const people = Object.fromEntries(
    attendances.map(({ attendeeId, person }) => [
      attendeeId,
      {
        start: person.browser.post(`${fair.path}/my/interviews`, { standId: 'STAND' }),
        resume: person.browser.post(`${fair.path}/my/pause?_method=DELETE`),
      },
    ])
  )
  const ends = await Promise.all(
    stands.map(async (stand) => {
      const link = await stand.link()
      const staff = await Browser.open({ links: [link!.id] })
      return [stand.id, staff.post(`${fair.path}/stands/${stand.id}/interviews/INTERVIEW/closure`)] as const
    })
  )
  return {
    port: bench.workspace.port,
    seconds,
    faster: FASTER,
    fairId: fair.id,
    connections: 32,
    people,
    stands: Object.fromEntries(ends),
    database: databaseAddress(),
  }
}

async function ask<T>(child: ChildProcess, order: PagesOrder): Promise<T> {
  child.send(order)
  const answered = new AbortController()
  const { signal } = answered
  const ended = once(child, 'exit', { signal }).then(
    ([code]) => Promise.reject(new Error(`bench/load/pages.ts ended with ${code}`)),
    () => []
  )
  const [answer] = await Promise.race([once(child, 'message', { signal }), ended])
  answered.abort()
  return answer as T
}
