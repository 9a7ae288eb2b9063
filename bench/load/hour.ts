/*
 * People of a fair, by themselves: whoever is called starts after a moment or does not come, the stand ends the interview, they are
 * available again. Who is called is read in the database, as their page would show it. In a process of its own.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Spread, clock, spreadOf } from '../timings.js'
import { Wire, wasGivenBack } from './wire.js'

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

interface Called {
  id: number
  attendee_id: number
  stand_id: number
}

/** Seconds of life. */
type Between = readonly [from: number, to: number]
const COMES: Between = [15, 90]
const LASTS: Between = [240, 720]
const RESTS: Between = [20, 90]
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

  async function take() {
    const wire = wires.pop() ?? (await new Promise<Wire>((resolve) => waiting.push(resolve)))
    if (!wire.isStale) return wire
    wire.close()
    return Wire.open(port)
  }
  const give = (wire: Wire) => {
    const next = waiting.shift()
    if (next) next(wire)
    else wires.push(wire)
  }
  const moment = ([from, to]: Between) => sleep(((from + Math.random() * (to - from)) * 1000) / faster)

  async function ask(request: string) {
    const wire = await take()
    const [status, open] = await wire.send(request).then(
      (answer) => [answer, wire] as const,
      async (error) => {
        if (!wasGivenBack(error)) throw error
        const again = await Wire.open(port)
        return [await again.send(request), again] as const
      }
    )
    give(open)
    return status
  }

  /** @returns whether it was done */
  async function send(which: keyof typeof times, request: string) {
    const began = clock()
    const status = await ask(request)
    times[which].push(clock() - began)
    if (status === 303) return true
    if (status >= 400 && status < 500) refused++
    else failed[status] = (failed[status] ?? 0) + 1
    return false
  }

  async function answer(call: Called) {
    seen.add(call.id)
    if (busy.has(call.attendee_id)) return
    if (Math.random() < ABSENT) return void noShows++
    busy.add(call.attendee_id)
    await moment(COMES)
    if (clock() < end && (await send('start', people[call.attendee_id].start.replace('STAND', String(call.stand_id).padStart(5, '0')))))
      await interview(call)
    busy.delete(call.attendee_id)
  }

  async function interview({ attendee_id: attendee, stand_id: stand }: Pick<Called, 'attendee_id' | 'stand_id'>, lasts = LASTS) {
    await moment(lasts)
    const { rows } = await pool.query('select id from interviews where attendee_id = $1 and stand_id = $2 and ended_at is null', [
      attendee,
      stand,
    ])
    if (!rows[0] || clock() > end) return
    if (!(await send('complete', stands[stand].replace('INTERVIEW', rows[0].id)))) return
    await rest(attendee)
  }

  async function rest(attendee: number) {
    await moment(RESTS)
    if (clock() < end) await send('resume', people[attendee].resume)
  }

  /** What goes on already: those inside, and those who rest after an interview. */
  async function takeUp() {
    const { rows: inside } = await pool.query<Called>(
      'select i.attendee_id, i.stand_id from interviews i join stands s on s.id = i.stand_id where s.fair_id = $1 and i.ended_at is null',
      [fairId]
    )
    const { rows: resting } = await pool.query<Called>(
      'select p.attendee_id from attendee_pauses p join attendees a on a.id = p.attendee_id where a.fair_id = $1 and p.ended_at is null',
      [fairId]
    )
    return [...inside.map((one) => interview(one, [0, LASTS[1]])), ...resting.map((one) => rest(one.attendee_id))]
  }

  const living = await takeUp()
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
