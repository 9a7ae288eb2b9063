/*
 * People of a fair, by themselves: whoever is called starts after a moment or does not come, the stand ends the interview, they are
 * available again. Who is called is read in the database, as their page would show it. In a process of its own.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Spread, clock, spreadOf } from '../timings.js'
import { Wire } from './wire.js'

export interface HourPlan {
  port: number
  seconds: number
  /** how many times faster than life */
  faster: number
  fairId: number
  connections: number
  /** by attendee: their pause's end, and their start at a stand (STAND) */
  people: Record<number, { start: string; resume: string }>
  /** by stand: the end of an interview (INTERVIEW) */
  stands: Record<number, string>
  database: pg.ClientConfig
}

export interface HourMeasure {
  start: Spread
  complete: Spread
  resume: Spread
  starts: number
  completes: number
  /** what a rule refused: the call was over when they pressed */
  refused: number
  failed: Record<number, number>
  noShows: number
}

/** Seconds of life. */
const COMES = [15, 90] as const
const LASTS = [240, 720] as const
const RESTS = [20, 90] as const
/** of those who are called, how many do not come */
const ABSENT = 0.03
const LOOK = 150

process.once('message', async (plan: HourPlan) => {
  process.send?.(await live(plan))
  process.disconnect?.()
})

async function live({ port, seconds, faster, fairId, connections, people, stands, database }: HourPlan): Promise<HourMeasure> {
  const pool = new pg.Pool({ ...database, max: 4 })
  const wires = await Promise.all(Array.from({ length: connections }, () => Wire.open(port)))
  const waiting: ((wire: Wire) => void)[] = []
  const times = { start: [] as number[], complete: [] as number[], resume: [] as number[] }
  const failed: Record<number, number> = {}
  const seen = new Set<number>()
  const busy = new Set<number>()
  let refused = 0
  let noShows = 0
  const end = clock() + seconds * 1000

  const take = () => (wires.length ? Promise.resolve(wires.pop()!) : new Promise<Wire>((resolve) => waiting.push(resolve)))
  const give = (wire: Wire) => {
    const next = waiting.shift()
    if (next) next(wire)
    else wires.push(wire)
  }
  const moment = ([from, to]: readonly [number, number]) => sleep(((from + Math.random() * (to - from)) * 1000) / faster)

  /** @returns whether it was done */
  async function send(which: keyof typeof times, request: string) {
    const wire = await take()
    const began = clock()
    const status = await wire.send(request)
    times[which].push(clock() - began)
    give(wire)
    if (status === 303) return true
    if (status >= 400 && status < 500) refused++
    else failed[status] = (failed[status] ?? 0) + 1
    return false
  }

  async function answer(call: { id: number; attendee_id: number; stand_id: number }) {
    seen.add(call.id)
    if (busy.has(call.attendee_id)) return
    if (Math.random() < ABSENT) return void noShows++
    busy.add(call.attendee_id)
    await moment(COMES)
    if (clock() < end && (await send('start', people[call.attendee_id].start.replace('STAND', String(call.stand_id).padStart(5, '0')))))
      await interview(call)
    busy.delete(call.attendee_id)
  }

  async function interview({ attendee_id: attendee, stand_id: stand }: { attendee_id: number; stand_id: number }) {
    await moment(LASTS)
    const { rows } = await pool.query('select id from interviews where attendee_id = $1 and stand_id = $2 and ended_at is null', [
      attendee,
      stand,
    ])
    if (!rows[0] || clock() > end) return
    if (!(await send('complete', stands[stand].replace('INTERVIEW', rows[0].id)))) return
    await moment(RESTS)
    await send('resume', people[attendee].resume)
  }

  const living: Promise<void>[] = []
  while (clock() < end) {
    const { rows } = await pool.query(
      'select c.id, c.attendee_id, c.stand_id from calls c join stands s on s.id = c.stand_id where s.fair_id = $1 and c.ended_at is null order by c.id',
      [fairId]
    )
    for (const call of rows) if (!seen.has(call.id)) living.push(answer(call))
    // Called at several stands, they answer the others later: whoever was busy is looked at again.
    for (const call of rows) if (!busy.has(call.attendee_id) && seen.has(call.id) && Math.random() < 0.02) seen.delete(call.id)
    await sleep(LOOK)
  }
  await Promise.all(living)
  for (const wire of wires) wire.close()
  await pool.end()
  return {
    start: spreadOf(times.start),
    complete: spreadOf(times.complete),
    resume: spreadOf(times.resume),
    starts: times.start.length,
    completes: times.complete.length,
    refused,
    failed,
    noShows,
  }
}
