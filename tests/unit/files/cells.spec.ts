import fc from 'fast-check'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { textOf } from '#services/csv'
import { type Kind, cellOf, neutral, plainNumber, restored } from '#services/csv/cells'
import { decode, recordsOf } from '#services/csv/records'
import { pretend } from '#services/settings'

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  "'=",
  "''-",
  '\u200B@',
  '\u00A0+',
  'é',
  '"',
  ';',
  ',',
  '\r\n',
  '’',
  ' ',
]

/** Texts as people and attackers type them; a NUL is refused before. */
const typed = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...SIGNS, 'a', '1'), { maxLength: 6 }).map((all) => all.join(''))
  )
  .filter((text) => !text.includes('\0'))

const LOCALES = ['fr', 'en']

test.group('A cell', () => {
  test('that people typed never begins as a formula does, whatever is trimmed before it', ({ assert }) => {
    fc.assert(
      fc.property(typed, fc.constantFrom<Kind>('text', 'phone', 'number', 'moment'), (text, kind) => {
        const cell = cellOf(text, kind, 'fr')
        if (kind === 'phone' && /^\+\d+$/.test(cell)) return
        assert.notMatch(cell, /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u)
      })
    )
  })

  test('says again what was typed', ({ assert }) => {
    fc.assert(fc.property(typed, (text) => assert.equal(restored(neutral(text)), text)))
    assert.equal(neutral('=1+1'), "'=1+1")
    assert.equal(neutral('Acme = Globex'), 'Acme = Globex')
  })

  test('of a number or a phone is one, with its sign', ({ assert }) => {
    assert.equal(cellOf(-1234.5, 'number', 'fr'), '-1234,5')
    assert.equal(cellOf(-1234.5, 'number', 'en'), '-1234.5')
    assert.equal(cellOf(1e21, 'number', 'en'), '1000000000000000000000')
    assert.equal(cellOf(Number.NaN, 'number', 'fr'), '')
    assert.equal(cellOf('+33612345678', 'phone', 'fr'), '+33612345678')
    assert.equal(cellOf('+33=cmd', 'phone', 'fr'), "'+33=cmd")
    assert.equal(cellOf('-5', 'text', 'fr'), "'-5")
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        fc.constantFrom(...LOCALES),
        (value, locale) => assert.closeTo(Number(plainNumber(cellOf(value, 'number', locale))), value, 1e-20)
      )
    )
  })

  test('of a moment is in the zone of the instance', ({ assert }) => {
    const at = DateTime.fromISO('2026-07-01T22:30:00Z')
    assert.equal(cellOf(at, 'moment', 'fr'), '2026-07-02 00:30')
    assert.equal(cellOf(at.toJSDate(), 'day', 'en'), '2026-07-02')
    pretend({ 'instance.zone': 'America/Martinique' })
    assert.equal(cellOf(at, 'moment', 'fr'), '2026-07-01 18:30')
    pretend({ 'instance.zone': 'Europe/Paris' })
    assert.equal(cellOf(null, 'moment', 'fr'), '')
  })
})

test.group('A file', () => {
  const row = fc.array(typed, { minLength: 2, maxLength: 5 }).filter((cells) => cells.some((cell) => cell.trim() !== ''))

  test('that was exported is read back as it was, whatever is in its cells', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.constantFrom(...LOCALES), async (rows, locale) => {
        const written = textOf([['Nom', 'Ville'], ...rows.map((cells) => cells.map((cell) => cellOf(cell, 'text', locale)))], locale, true)
        const records = await recordsOf(decode(Buffer.from(written)), (cells) => Number(cells.includes('Ville')), 100)
        assert.deepEqual(
          records.slice(1).map(({ cells }) => cells.map(restored)),
          rows
        )
      }),
      { numRuns: 150 }
    )
  })

  test('begins with the mark of UTF-8, has the separator of its language, and ends its lines for every program', ({ assert }) => {
    assert.equal(textOf([['é', 'b;c']], 'fr', true), '\uFEFFé;"b;c"\r\n')
    assert.equal(textOf([['é', 'b;c', 'd,e']], 'en', false), 'é,"b;c","d,e"\r\n')
  })

  test('is read whatever program wrote it', ({ assert }) => {
    const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)
    assert.equal(decode(bytes('\uFEFFÉtienne', 'utf8')), 'Étienne')
    assert.equal(decode(bytes('Étienne', 'utf8')), 'Étienne')
    assert.equal(decode(bytes('\uFEFFÉtienne', 'utf16le')), 'Étienne')
    assert.equal(decode(Buffer.concat([bytes('Étienne ', 'latin1'), Buffer.from([0x80])])), 'Étienne €')
  })
})
