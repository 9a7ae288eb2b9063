import { test } from '@japa/runner'
import { COMPLETED } from '#tests/support/completed_keys'
import { LANGS, mentions, sentences } from '#tests/support/lang'

const used = mentions()
const isCompleted = (key: string) => key.includes('${')
const completions = Object.entries(COMPLETED).flatMap(([key, values]) => values.map((value) => key.replace('${…}', value)))

test.group('Every sentence', () => {
  test('exists in both languages', ({ assert }) => {
    assert.deepEqual([...sentences('en').keys()].sort(), [...sentences('fr').keys()].sort())
  })

  test('that the code says is written', ({ assert }) => {
    const known = sentences('fr')
    assert.isAbove(used.length, 100)
    assert.deepEqual(
      used.filter(({ key }) => !isCompleted(key) && !known.has(key)).map(({ file, key }) => `${key} in ${file}`),
      []
    )
  })

  test('that the code completes is written for all that it may say', ({ assert }) => {
    assert.sameMembers([...new Set(used.map(({ key }) => key).filter(isCompleted))], Object.keys(COMPLETED))
    for (const [key, values] of Object.entries(COMPLETED)) assert.isNotEmpty(values, key)
    for (const lang of LANGS) assert.includeMembers([...sentences(lang).keys()], completions)
  })

  test('that is written is said', ({ assert }) => {
    const said = new Set([...used.map(({ key }) => key), ...completions])
    const unsaid = [...sentences('fr').keys()].filter((key) => !said.has(key) && !key.startsWith('validator.'))
    assert.deepEqual(unsaid, [])
  })
})
