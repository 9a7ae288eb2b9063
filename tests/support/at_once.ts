import type { Assert } from '@japa/assert'
import { Refusal } from '#exceptions/refusal'

/** Runs everything at once. @returns how many were done; whatever was not done was refused by a rule, never by an accident. */
export async function atOnce(assert: Assert, works: (() => Promise<unknown>)[]): Promise<number> {
  const results = await Promise.allSettled(works.map((work) => work()))
  for (const result of results) if (result.status === 'rejected') assert.instanceOf(result.reason, Refusal, String(result.reason))
  return results.filter((result) => result.status === 'fulfilled').length
}
