import type { Bench } from '../bench.js'
import { Browser } from '../browsers.js'
import { databaseAddress } from '../database.js'
import { type Floor, STANDS, aFair, act, queueUp } from '../fairs.js'
import { inspect } from '../inspection.js'
import { inChild } from '../load/child.js'
import type { InterviewPlan, InterviewMeasure } from '../load/interviews.js'
import { type Person, candidates } from '../people.js'
import { figure, print, spread } from '../table.js'

/** Stands whose candidates wait at all of them. */
const GROUP = 5
const GROUPS = STANDS / GROUP
const PER_GROUP = 75

/** The whole round: a candidate starts, the stand ends, the candidate is available again. */
export async function measureInterviews(bench: Bench) {
  const floor = await crowdedFair('bench-interviews', await candidates(GROUPS * PER_GROUP))
  const plan: InterviewPlan = {
    port: bench.workspace.port,
    seconds: 6,
    warmUp: 2,
    groups: await groupsOf(floor),
    database: databaseAddress(),
  }
  const cost = await bench.costOf('interviews', 303, () => inChild<InterviewPlan, InterviewMeasure>('interviews.ts', plan))
  await inspect(bench, floor.fair.id)
  print({
    title: `Interviews · each candidate waits at ${GROUP} stands, and each step calls again at all of them; ${GROUPS} at once`,
    columns: ['', 'rounds/s', 'p50', 'p95', 'p99 ms', ''],
    rows: [
      ['start (POST /my/interviews)', figure(cost.perSecond), ...spread(cost.start), ''],
      ['end (POST …/closure)', figure(cost.perSecond), ...spread(cost.end), ''],
      ['available again (DELETE /my/pause)', figure(cost.perSecond), ...spread(cost.resume), ''],
    ],
    notes: [`CPU of one round: node ${figure(cost.node)} ms, postgres ${figure(cost.postgres)} ms`],
  })
}

/** Everybody of a group waits at all stands of the group, in the same order: who is called is known beforehand. */
export async function crowdedFair(name: string, people: Person[]): Promise<Floor> {
  const floor = await aFair(name, 1, people)
  const places = floor.attendances.flatMap(({ attendeeId }, i) =>
    floor.stands.slice((i % GROUPS) * GROUP, (i % GROUPS) * GROUP + GROUP).map((stand) => ({ attendeeId, standId: stand.id }))
  )
  await queueUp(floor, places)
  await floor.fair.open(act())
  return floor
}

async function groupsOf({ fair, stands, attendances }: Floor) {
  return Promise.all(
    Array.from({ length: GROUPS }, async (_, group) => {
      const own = stands.slice(group * GROUP, group * GROUP + GROUP)
      const links = await Promise.all(own.map((stand) => stand.link()))
      const staff = await Browser.open({ links: links.map((link) => link!.id) })
      const turns = attendances.filter((_, i) => i % GROUPS === group).flatMap(({ person }) => own.map(({ id }) => ({ person, id })))
      return turns.map(({ person, id }) => ({
        standId: id,
        start: person.browser.post(`${fair.path}/my/interviews`, { standId: id }),
        end: staff.post(`${fair.path}/stands/${id}/interviews/INTERVIEW/closure`),
        resume: person.browser.post(`${fair.path}/my/pause?_method=DELETE`),
      }))
    })
  )
}
