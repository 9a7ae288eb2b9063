import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { sentences } from '#tests/support/lang'

test.group('Every rule of a form', () => {
  const validators = globSync('app/validators/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => source.includes('vine.'))
    .join('\n')
  /** What is called there and never says no. */
  const SILENT = new Set(
    'create object createRule trim optional nullable requiredWhen use transform report has test toLowerCase fromISO toUTC mutate canParse isValid includes map split filter replace parse array flat validateUsing get any toUpperCase match join every now setZone toISODate invalid exec fromEntries flatMap'.split(
      ' '
    )
  )
  const own = [...validators.matchAll(/report\('[^']*', '(\w+)', field[,)]/g)].map(([, rule]) => rule)
  const calls = [...validators.matchAll(/\.(\w+)\(/g)].map(([, rule]) => rule)
  const rules = new Set([...calls.filter((rule) => !SILENT.has(rule)), ...own, 'required'])
  const keys = [...sentences('fr').keys()]

  test('has its sentence, and no sentence is for another', ({ assert }) => {
    const said = keys.filter((key) => key.startsWith('validator.shared.messages.')).map((key) => key.split('.').at(-1)!)
    assert.sameMembers([...new Set(said)], [...rules])
  })

  test('names its field', ({ assert }) => {
    const fields = validators.matchAll(
      /[\s{](\w+)(?::| =) (?:vine\s*\.(?!create|withMetaData)|(?:moment|hour|slug|stand|slots|organisation|whole|phone|text|name|email|username|linkedin|newPassword|id|short|ip|mac|day|lastDay|minutes|sentence|instant)\()/g
    )
    const named = keys.filter((key) => key.startsWith('validator.shared.fields.')).map((key) => key.split('.').at(-1)!)
    assert.sameMembers(named, [...new Set([...fields].map(([, field]) => field))])
  })
})
