/* Candidates start, their stand ends, they are available again; one after the other in each group of stands, the groups side by side. */
import pg from 'pg'
import { type Spread, clock, spreadOf } from '../timings.js'
import type { Measure } from './plan.js'
import { Wire } from './wire.js'

interface Turn {
  standId: number
  start: string
  /** with INTERVIEW where the number of the interview goes */
  end: string
  resume: string
}

export interface InterviewPlan {
  port: number
  warmUp: number
  seconds: number
  groups: Turn[][]
  /** where to look up the number that the stand's page would show */
  database: { host: string; port: number; user: string; database: string; password: string }
}

export interface InterviewMeasure extends Pick<Measure, 'perSecond' | 'answers' | 'unexpected'> {
  start: Spread
  end: Spread
  resume: Spread
}

process.once('message', async (plan: InterviewPlan) => {
  process.send?.(await carryOut(plan))
  process.disconnect?.()
})

async function carryOut({ port, warmUp, seconds, groups, database }: InterviewPlan): Promise<InterviewMeasure> {
  const pool = new pg.Pool({ ...database, max: 4 })
  const began = clock() + warmUp * 1000
  const end = began + seconds * 1000
  const times = { start: [] as number[], end: [] as number[], resume: [] as number[] }
  const unexpected: Record<number, number> = {}
  let rounds = 0

  async function timed(which: keyof typeof times, wire: Wire, request: string) {
    const sent = clock()
    const status = await wire.send(request)
    if (status !== 303) unexpected[status] = (unexpected[status] ?? 0) + 1
    if (clock() >= began) times[which].push(clock() - sent)
  }

  async function drive(turns: Turn[]) {
    const wire = await Wire.open(port)
    for (const turn of turns) {
      if (clock() > end) break
      await timed('start', wire, turn.start)
      const { rows } = await pool.query('select id from interviews where stand_id = $1 and ended_at is null', [turn.standId])
      // A start that was refused is counted already.
      if (rows[0]) await timed('end', wire, turn.end.replace('INTERVIEW', rows[0].id))
      await timed('resume', wire, turn.resume)
      rounds++
    }
    wire.close()
  }

  await Promise.all(groups.map(drive))
  await pool.end()
  const perSecond = times.resume.length / ((clock() - began) / 1000)
  return { start: spreadOf(times.start), end: spreadOf(times.end), resume: spreadOf(times.resume), perSecond, answers: rounds, unexpected }
}
