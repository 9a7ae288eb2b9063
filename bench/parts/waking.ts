import type { Bench } from '../bench.js'
import { inChild } from '../load/child.js'
import type { LivePage } from '../load/pages.js'
import type { WakingPlan, Woken } from '../load/waking.js'
import { figure, goal, print, spread } from '../table.js'
import { spreadOf } from '../timings.js'

/** How many wake at the same instant, and within how long (ms) each must show what is true. */
const CROWDS = [
  { phones: 200, within: 2000 },
  { phones: 3000, within: 10_000 },
]

/** Phones that slept through what happened, woken all at once: nothing else goes on meanwhile. */
export async function measureWaking(bench: Bench, pages: LivePage[]) {
  const rows: string[][] = []
  for (const { phones, within } of CROWDS) {
    const plan: WakingPlan = { port: bench.workspace.port, pages: pages.slice(0, phones) }
    const { shown, listening, unexpected } = await inChild<WakingPlan, Woken>('waking.ts', plan)
    for (const [status, count] of Object.entries(unexpected)) bench.failures.push(`${phones} that wake: ${count} × ${status}`)
    const worst = Math.max(...shown)
    rows.push([
      `${figure(plan.pages.length)} at once`,
      ...spread(spreadOf(shown)),
      figure(worst),
      figure(Math.max(...listening)),
      goal(worst < within, `each < ${within / 1000} s`),
    ])
  }
  print({
    title: 'Waking · from the instant when they wake to the end of the refetch, and to their stream',
    columns: ['', 'p50', 'p95', 'p99', 'worst', 'stream, worst ms', 'goal'],
    rows,
  })
}
