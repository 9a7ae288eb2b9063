import { writeFileSync } from 'node:fs'
import type { NamedReporterContract } from '@japa/runner/types'

/** Leaves the counts of this process where `npm test` adds them up. */
export function summary(): NamedReporterContract {
  return {
    name: 'summary',
    handler(runner, emitter) {
      emitter.on('runner:end', () => {
        const { aggregates } = runner.getSummary()
        if (process.env.TEST_SUMMARY) writeFileSync(process.env.TEST_SUMMARY, JSON.stringify(aggregates))
      })
    },
  }
}
