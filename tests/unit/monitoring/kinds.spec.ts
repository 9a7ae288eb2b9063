import { test } from '@japa/runner'
import fc from 'fast-check'
import { settingGroups } from '#config/settings'
import { type Kind, choice, email, hour, hours, integer, selection, text } from '#services/settings/kinds'

const every = Object.entries(settingGroups).flatMap(([group, settings]) =>
  Object.entries<Kind<unknown>>(settings).map(([name, kind]) => ({ key: `${group}.${name}`, kind }))
)

test.group('Every setting', () => {
  test('has a default that fits, written and read again', ({ assert }) => {
    for (const { key, kind } of every) {
      assert.deepEqual(kind.parse(kind.fallback), kind.fallback, key)
      assert.deepEqual(kind.parse(kind.text(kind.fallback)), kind.fallback, key)
      assert.deepEqual(kind.parse(JSON.parse(JSON.stringify(kind.fallback))), kind.fallback, key)
    }
  })

  test('takes nothing that is no value of its own, and never breaks', ({ assert }) => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        for (const { kind } of every) {
          const value = kind.parse(input)
          if (value !== undefined) assert.deepEqual(kind.parse(kind.text(value)), value)
        }
      }),
      { numRuns: 200, examples: [[[{ toString: false }]], [[[{ toString: false }]]], [[[Object.create(null), '09:00']]]] }
    )
  })
})

test.group('A kind of setting', () => {
  test('integer stays within its bounds', ({ assert }) => {
    const kind = integer(10, { min: 3, max: 100 }, 'times')
    for (const [typed, value] of [
      ['3', 3],
      [' 100 ', 100],
      [42, 42],
    ] as const)
      assert.equal(kind.parse(typed), value)
    for (const typed of ['2', '101', '', '3.5', '1e2', '-5', 'ten', '9999999999999', 3.5, null, undefined, {}, [], true])
      assert.isUndefined(kind.parse(typed), String(typed))
  })

  test('text has its length, and e-mail may be empty', ({ assert }) => {
    const name = text('Tremplin', { min: 1, max: 5 })
    assert.equal(name.parse(' Hooli '), 'Hooli')
    for (const typed of ['', '   ', 'Hooli!', 5, null]) assert.isUndefined(name.parse(typed))
    const address = email('')
    for (const typed of ['', 'aide@mairie.example']) assert.equal(address.parse(typed), typed)
    for (const typed of ['mairie', 'a@b', 'a b@c.fr', '<a@b.fr>', `${'a'.repeat(250)}@b.fr`])
      assert.isUndefined(address.parse(typed), typed)
  })

  test('choice is one of its choices, and a selection at least one', ({ assert }) => {
    const currency = choice('EUR', ['EUR', 'XOF'], 'currency')
    assert.equal(currency.parse('XOF'), 'XOF')
    for (const typed of ['USD', 'eur', '', null, ['EUR']]) assert.isUndefined(currency.parse(typed))
    const locales = selection(['fr', 'en'], ['fr', 'en'], 'languages')
    assert.deepEqual(locales.choices, ['fr en', 'fr', 'en'])
    assert.deepEqual(locales.parse('en'), ['en'])
    assert.deepEqual(locales.parse(['fr', 'en']), ['fr', 'en'])
    for (const typed of ['', 'de', 'fr de', [], ['de'], null]) assert.isUndefined(locales.parse(typed))
    for (const typed of ['24', '-1', '8:00', '08', '']) assert.isUndefined(hour(8).parse(typed), typed)
    assert.equal(hour(8).parse('22'), 22)
  })

  test('hours are read as people write them, in order, without overlap', ({ assert }) => {
    const kind = hours([])
    const read = (typed: string) => {
      const value = kind.parse(typed)
      return value && kind.text(value)
    }
    assert.equal(read('9h-12h30, 14:00 – 17 h'), '09:00–12:30, 14:00–17:00')
    assert.equal(read('0:00-24:00'), '00:00–24:00')
    assert.equal(read(''), '')
    for (const typed of [
      '9',
      '9-',
      '12-9',
      '9-12, 11-14',
      '14-17, 9-12',
      '9-25',
      '9:70-10',
      '9-10-11',
      '9-9',
      'matin',
      '1-2,3-4,5-6,7-8,9-10',
    ])
      assert.isUndefined(read(typed), typed)
  })
})
