import { test } from '@japa/runner'
import { EVENTS } from '#config/fair_events'
import { code } from '#tests/support/source'

test.group('Every line of the audit of a fair', () => {
  test('is one that its organiser can read', ({ assert }) => {
    const written = code('app/models/fair/**/*.ts').matchAll(/'(fair\.(?!refusals|reasons)[a-z_]+\.[a-z_]+)'/g)
    const told = [...new Set([...written].map(([, action]) => action))]
    assert.isAbove(told.length, 30)
    assert.sameMembers(
      told,
      EVENTS.filter((action) => action.startsWith('fair.'))
    )
  })
})
