import { mock } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Group } from '@japa/runner/core'

/** Makes the clock of this group's tests one that only `later` moves; it starts at the real time. */
export function withClock(group: Group) {
  group.each.setup(() => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() })
    return () => mock.timers.reset()
  })
}

export function later({ hours = 0, minutes = 0, seconds = 0 }: { hours?: number; minutes?: number; seconds?: number }) {
  mock.timers.setTime(Date.now() + ((hours * 60 + minutes) * 60 + seconds) * 1000)
}

/** Asks again until it holds; after five seconds fails as it failed last. */
export async function eventually(check: () => void | Promise<void>) {
  for (const deadline = performance.now() + 5000; ; await sleep(20)) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
  }
}
