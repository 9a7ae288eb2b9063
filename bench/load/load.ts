/* Sends a plan's requests, in a process of its own, and says how it went. */
import { setTimeout as sleep } from 'node:timers/promises'
import { clock, spreadOf } from '../timings.js'
import type { Measure, Plan } from './plan.js'
import { Wire } from './wire.js'

process.once('message', async (plan: Plan) => {
  process.send?.(await carryOut(plan))
  process.disconnect?.()
})

async function carryOut(plan: Plan): Promise<Measure> {
  const wires = await Promise.all(Array.from({ length: plan.connections }, () => Wire.open(plan.port)))
  const began = clock() + plan.warmUp * 1000
  const end = began + plan.seconds * 1000
  const times: number[] = []
  const unexpected: Record<number, number> = {}
  let sent = 0
  let last = began

  async function drive(wire: Wire) {
    while (clock() < end && (plan.cycle || sent < plan.requests.length)) {
      const turn = sent++
      // A late request counts from when it was due: a server that lags must not be asked less.
      const due = plan.rate === undefined ? clock() : began - plan.warmUp * 1000 + (turn * 1000) / plan.rate
      if (due > clock()) await sleep(due - clock())
      const status = await wire.send(plan.requests[turn % plan.requests.length])
      const answered = clock()
      if (status !== plan.expected) unexpected[status] = (unexpected[status] ?? 0) + 1
      if (answered < began || answered > end) continue
      times.push(answered - due)
      last = answered
    }
    wire.close()
  }

  await Promise.all(wires.map(drive))
  return { ...spreadOf(times), perSecond: times.length / ((last - began) / 1000), answers: sent, unexpected }
}
