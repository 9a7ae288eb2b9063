import type { Bench, Cost } from '../bench.js'
import { type Floor, STANDS, aFair, act } from '../fairs.js'
import { candidates } from '../people.js'
import { figure, goal, print, spread } from '../table.js'
import { inspect } from '../inspection.js'

const CANDIDATES = 2400
const ROUNDS = 5
const OFFERED = 300
const SECONDS = 8
const GOAL = 300

/** Joins by people who are all different, over all the stands: as fast as they are answered, then at a steady pace. */
export async function measureJoins(bench: Bench) {
  const floor = await aFair('bench-joins', 2, await candidates(CANDIDATES))
  await floor.fair.open(act())
  const requests = joins(floor)
  const paced = requests.splice(0, OFFERED * SECONDS)
  const load = { cycle: false, expected: 303 }
  const fast = await bench.load('join', { ...load, requests, connections: 32, warmUp: 2, seconds: SECONDS - 2 })
  const steady = await bench.load('join, paced', {
    ...load,
    requests: paced,
    connections: 64,
    warmUp: 2,
    seconds: SECONDS - 2,
    rate: OFFERED,
  })
  await inspect(bench, floor.fair.id, { entries: fast.answers + steady.answers })

  const row = (name: string, cost: Cost, aim = '') => [
    name,
    figure(cost.perSecond),
    ...spread(cost),
    figure(cost.node),
    figure(cost.postgres),
    aim,
  ]
  print({
    title: `Joins · ${CANDIDATES} candidates, ${STANDS} stands, POST /my/entries`,
    columns: ['', 'join/s', 'p50', 'p95', 'p99 ms', 'node', 'postgres ms CPU', 'goal'],
    rows: [
      row(
        'as fast as answered, 32 at once',
        fast,
        goal(fast.perSecond >= GOAL && fast.p99 < 300, `${GOAL}/s, p99 < 300 ms, hope ${GOAL * 2}/s`)
      ),
      row(`${OFFERED} a second offered`, steady, goal(steady.perSecond >= GOAL * 0.99 && steady.p99 < 300, 'p99 < 300 ms')),
    ],
  })
}

/** Nobody joins the same stand twice, and neighbours in the list are at different stands. */
function joins({ fair, stands, attendances }: Floor) {
  return Array.from({ length: ROUNDS }, (_, round) =>
    attendances.map(({ person }, i) => person.browser.post(`${fair.path}/my/entries`, { standId: stands[(i + round * 9) % STANDS].id }))
  ).flat()
}
