import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { LIVE } from '#models/mixins/live'
import type { Bench } from '../bench.js'
import { Browser } from '../browsers.js'
import { databaseAddress } from '../database.js'
import type { Floor } from '../fairs.js'
import { inspect } from '../inspection.js'
import { inChild, launch } from '../load/child.js'
import type { HourMeasure, HourPlan } from '../load/hour.js'
import type { Collected, LivePage, PagesOrder } from '../load/pages.js'
import { figure, goal, print, spread } from '../table.js'
import { spreadOf } from '../timings.js'

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

/** The pages of those who look, while an hour of fair goes on. */
export async function measureHour(bench: Bench, floor: Floor, pages: LivePage[]) {
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
