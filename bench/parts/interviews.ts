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
const PER_GROUP = 250
const GROUPS = STANDS / GROUP

export async function measureInterviews(bench: Bench) {
  const people = await candidates(GROUPS * PER_GROUP)
  const floor = await crowdedFair('bench-interviews', people)
  const plan: InterviewPlan = {
    port: bench.workspace.port,
    seconds: 8,
    warmUp: 2,
    groups: await groupsOf(floor),
    database: databaseAddress(),
  }
  const cost = await bench.costOf('start and end', 303, () => inChild<InterviewPlan, InterviewMeasure>('interviews.ts', plan))
  await inspect(bench, floor.fair.id)
  print({
    title: `Interviews · each candidate waits at ${GROUP} stands, so that each start and end recalls at all of them; ${GROUPS} at once`,
    columns: ['', 'pairs/s', 'p50', 'p95', 'p99 ms', ''],
    rows: [
      ['start (POST /my/interviews)', figure(cost.perSecond), ...spread(cost.start), ''],
      ['end (POST …/closure)', figure(cost.perSecond), ...spread(cost.end), ''],
    ],
    notes: [`CPU of one start and its end: node ${figure(cost.node)} ms, postgres ${figure(cost.postgres)} ms`],
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
      const turns = attendances.filter((_, i) => i % GROUPS === group)
      return turns.map(({ person }, turn) => {
        const { id } = own[turn % GROUP]
        return {
          standId: id,
          start: person.browser.post(`${fair.path}/my/interviews`, { standId: id }),
          end: staff.post(`${fair.path}/stands/${id}/interviews/INTERVIEW/closure`),
        }
      })
    })
  )
}
