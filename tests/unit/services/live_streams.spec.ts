import { test } from '@japa/runner'
import { calmFor } from '#services/live_streams'

test.group('Somebody whose turn is far', () => {
  test('is told within a moment that grows with how busy the process is', ({ assert }) => {
    assert.equal(calmFor(0, 0), 1500)
    assert.equal(calmFor(0.6, 3), 1500)
    assert.equal(calmFor(0.8, 20), 1900)
    assert.equal(calmFor(1, 100), 2300)
  })

  test('leaves their place to the others where more is asked for than is answered, for eight seconds at most', ({ assert }) => {
    assert.equal(calmFor(1, 200), 4600)
    assert.equal(calmFor(1, 1000), 8000)
  })
})
