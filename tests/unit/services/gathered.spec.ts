import { test } from '@japa/runner'
import { gathered } from '#services/gathered'

/** Answers nothing until it is told to, and remembers what it was asked. */
function slow() {
  const asked: number[][] = []
  const answers: ((found: Map<string, string>) => void)[] = []
  const ask = gathered((keys: number[]) => {
    asked.push(keys)
    return new Promise<Map<string, string>>((resolve) => answers.push(resolve))
  })
  const answer = () => answers.shift()!(new Map(asked.flat().map((key) => [String(key), `the ${key}`])))
  return { ask, asked, answer }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test.group('Many who ask at once', () => {
  test('are one question, each answered with its own, whoever is unknown with nothing', async ({ assert }) => {
    const asked: number[][] = []
    const ask = gathered(async (keys: number[]) => {
      asked.push(keys)
      return new Map(keys.filter((key) => key < 10).map((key) => [String(key), key * 2]))
    })
    assert.deepEqual(await Promise.all([1, 2, 1, 30].map(ask)), [2, 4, 2, null])
    assert.deepEqual(asked, [[1, 2, 30]])
  })

  test('wait while two questions are asked, then go together', async ({ assert }) => {
    const { ask, asked, answer } = slow()
    const first = ask(1)
    await turn()
    const second = ask(2)
    await turn()
    const others = Promise.all([3, 4, 5].map(ask))
    await turn()
    assert.deepEqual(asked, [[1], [2]])
    answer()
    assert.equal(await first, 'the 1')
    assert.deepEqual(asked.at(-1), [3, 4, 5])
    answer()
    answer()
    assert.equal(await second, 'the 2')
    assert.deepEqual(await others, ['the 3', 'the 4', 'the 5'])
  })

  test('never are more than sixty-four in a question, nor more than two questions', async ({ assert }) => {
    const { ask, asked, answer } = slow()
    const all = Promise.all(Array.from({ length: 200 }, (_, i) => ask(i)))
    await turn()
    assert.deepEqual(
      asked.map(({ length }) => length),
      [64, 64]
    )
    for (const expected of [3, 4, 4, 4]) {
      answer()
      await turn()
      assert.lengthOf(asked, expected)
    }
    assert.equal((await all).at(-1), 'the 199')
  })

  test('are all told of a database that is away, and those after them are not', async ({ assert }) => {
    let away = true
    const ask = gathered(async (keys: string[]) => {
      if (away) throw new Error('away')
      return new Map(keys.map((key) => [key, key]))
    })
    const told = await Promise.allSettled(['a', 'b'].map(ask))
    assert.deepEqual(
      told.map(({ status }) => status),
      ['rejected', 'rejected']
    )
    away = false
    assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(ask)), ['a', 'b', 'c'])
  })
})
