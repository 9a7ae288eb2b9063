import { inChild } from './load/child.js'
import type { Measure, Plan } from './load/plan.js'
import { postgresUsage } from './postgres.js'
import { Server } from './server.js'
import type { Workspace } from './workspace.js'

/** A measure, and the CPU that one answer cost (ms). */
export interface Cost extends Measure {
  node: number
  postgres: number
}

/** What every part of the benchmark has at hand. */
export class Bench {
  constructor(
    readonly workspace: Workspace,
    public server: Server,
    readonly failures: string[]
  ) {}

  /** Another process of the server: what the last one has done to its memory must not count. */
  async renewServer() {
    await this.server.stop()
    this.server = await Server.start(this.workspace.port)
  }

  /** Sends requests to the server under measure from another process, and notes what should not have been answered. */
  async load(name: string, plan: Omit<Plan, 'port'>): Promise<Cost> {
    return this.costOf(name, plan.expected, () => inChild<Plan, Measure>('load.ts', { ...plan, port: this.workspace.port }))
  }

  async costOf<T extends Pick<Measure, 'answers' | 'unexpected'>>(name: string, expected: number, work: () => Promise<T>) {
    const before = await this.used()
    const measure = await work()
    const after = await this.used()
    for (const [status, count] of Object.entries(measure.unexpected))
      this.failures.push(`${name}: ${count} × ${status} instead of ${expected}`)
    const each = (which: 'node' | 'postgres') => (after[which] - before[which]) / measure.answers
    return { ...measure, node: each('node'), postgres: each('postgres') }
  }

  /** CPU since the beginning (ms). */
  async used() {
    const { cpu } = await this.server.probe()
    return { node: (cpu.user + cpu.system) / 1000, postgres: postgresUsage(this.workspace.postmaster)?.cpu ?? NaN }
  }
}
