import { test } from '@japa/runner'
import { mock } from 'node:test'
// @ts-expect-error what browsers run has no types
import { Later } from '../../../resources/js/helpers/later.js'

test.group('What a page does within a moment', (group) => {
  group.each.setup(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] })
    return () => mock.timers.reset()
  })

  const planned = () => {
    const done: string[] = []
    const later = new Later(() => 0.99)
    return { later, done, plan: (moment: number) => later.within(moment, 'part', () => done.push('part')) }
  }

  test('it does once, however often it is told', ({ assert }) => {
    const { plan, done } = planned()
    plan(1000)
    mock.timers.tick(500)
    plan(1000)
    mock.timers.tick(490)
    assert.lengthOf(done, 1)
    mock.timers.tick(5000)
    assert.lengthOf(done, 1)
  })

  test('more haste puts it forward, less does not put it off', ({ assert }) => {
    const { plan, done } = planned()
    plan(4000)
    plan(200)
    plan(4000)
    mock.timers.tick(199)
    assert.lengthOf(done, 1)
    mock.timers.tick(4500)
    assert.lengthOf(done, 1)
  })

  test('what can wait is done late in its moment, and not after it', ({ assert }) => {
    const draws = [0, 1]
    const done: string[] = []
    const later = new Later(() => draws.shift())
    for (const name of ['first', 'last']) later.within(1000, name, () => done.push(name), 0.8)
    mock.timers.tick(799)
    assert.isEmpty(done)
    mock.timers.tick(1)
    assert.deepEqual(done, ['first'])
    mock.timers.tick(200)
    assert.deepEqual(done, ['first', 'last'])
  })

  test('what was done meanwhile is not done again', ({ assert }) => {
    const { later, plan, done } = planned()
    plan(1000)
    later.drop('part')
    mock.timers.tick(5000)
    assert.isEmpty(done)
  })
})
